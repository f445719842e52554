// Frictions, coral where the data confirms them and grey where it contradicts or says nothing, and moments of truth.
#include "render/layout/frictions.h"

#include <algorithm>

#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

const FrictionView* view_of(const Frame& frame, const std::string& id) {
  for (const FrictionView& view : frame.map.frictions)
    if (view.id == id) return &view;
  return nullptr;
}

std::string stake_line(const Frame& frame, const FrictionView* view) {
  if (!view || !view->at_stake || view->at_stake->n < kWithheldBelow || view->verdict == Verdict::contradicted) return {};
  return frame.say(
      msg("render.friction.stake", {{"money", say_money(frame, view->at_stake->value)}, {"range", say_money_range(frame, *view->at_stake)}}));
}

Node card_of(const Frame& frame, const Tone& tone, bool dashed, double width, double height, const std::vector<Node>& parts, double bottom) {
  const double tall = std::max(height, bottom + 10);
  Node card = dashed ? dashed_card(frame, width, tall) : tinted_card(tone, width, tall);
  card.place = Node::Place::card;
  for (const Node& part : parts) card.add(part);
  return sized(std::move(card), width, tall);
}

std::string_view class_of(FrictionLook look) {
  switch (look) {
    case FrictionLook::measured:
    case FrictionLook::measured_after_goal: return "measured";
    case FrictionLook::contradicted: return "contradicted";
    case FrictionLook::reported: return "reported";
    case FrictionLook::assumed: break;
  }
  return "assumed";
}

// Its touchpoint where that is not above, and the persona it holds back.
std::string whose(const Frame& frame, const Column& column, const Touchpoint& touchpoint, const Friction& friction) {
  const std::string at = say_whose(frame, column, touchpoint), by = say_by(frame, friction.by);
  return at.empty() && !by.empty() ? say_persona(frame, friction.by) : at + by;
}

Cell friction_cell(const Frame& frame, const Column& column, const Touchpoint& touchpoint, const Friction& friction) {
  return [&frame, &column, &touchpoint, &friction](double width, double height) {
    const FrictionView* view = view_of(frame, friction.id);
    const FrictionLook look = look_of(frame, *column.stage, friction);
    const bool measured = look == FrictionLook::measured || look == FrictionLook::measured_after_goal;
    const Tone tone = look == FrictionLook::measured ? frame.colour.loss : frame.colour.quiet;
    std::vector<Node> parts;
    double y = 10;
    const auto put = [&](const std::string& text, const TextStyle& style, int most) {
      if (text.empty()) return;
      parts.push_back(text_block(text, 14, y, width - 28, style, most));
      y += parts.back().box.h + 2;
    };
    put(frame.say(friction.text.empty() ? LocalText{friction.id, {}, {}} : friction.text), styled(kBody, Weight::semibold, tone.deep), 4);
    put(whose(frame, column, touchpoint, friction), styled(kSmall, Weight::regular, frame.colour.ink), 2);
    put(say_friction(frame, friction, view), styled(kSmall, Weight::regular, measured ? frame.colour.ink : frame.colour.ink_soft), 3);
    const bool weak = view && view->at_stake && strength_of(view->at_stake->n) != Strength::solid;
    put(stake_line(frame, view), styled(kSmall, weak ? Weight::regular : Weight::semibold, weak ? frame.colour.ink_soft : tone.deep), 2);
    Node card = card_of(frame, tone, look == FrictionLook::assumed || frame.draws_as_gone("friction-" + friction.id), width, height, parts, y);
    card.id = "friction-" + friction.id;
    card.classes = "friction " + std::string(class_of(look));
    card.title = frame.say(touchpoint.name);
    return card;
  };
}

Cell moment_cell(const Frame& frame, const Column& column, const Touchpoint& touchpoint) {
  return [&frame, &column, &touchpoint](double width, double height) {
    std::vector<Node> parts;
    const LocalText& promise = touchpoint.moment_of_truth->promise;
    const double middle = 10 + line_height(styled(kBody, Weight::semibold, {})) / 2;
    parts.push_back(diamond(20, middle, 6, column.tone.deep));
    parts.push_back(text_block(frame.say(promise.empty() ? touchpoint.name : promise), 34, 10, width - 34 - 14,
                               styled(kBody, Weight::semibold, column.tone.deep), 4));
    double y = parts.back().box.bottom() + 2;
    const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
    const std::string score = figures && figures->score ? say_score(frame, *figures->score) : "";
    const std::string whose = say_whose(frame, column, touchpoint);
    const std::string below = (whose.empty() ? frame.say(touchpoint.name) : whose) + (score.empty() ? "" : " · " + score);
    if (!promise.empty())
      parts.push_back(text_block(below, 14, y, width - 28, styled(kSmall, Weight::regular, frame.colour.ink), 2)), y = parts.back().box.bottom() + 2;
    Node card = card_of(frame, column.tone, false, width, height, parts, y);
    card.id = "moment-" + touchpoint.id, card.classes = "moment-of-truth";
    return card;
  };
}

}  // namespace

FrictionLook look_of(const Frame& frame, const Stage& stage, const Friction& friction) {
  const FrictionView* view = view_of(frame, friction.id);
  if (view && view->verdict == Verdict::contradicted) return FrictionLook::contradicted;
  if (view && view->truth == Truth::measured && view->drop_off && strength_of(view->drop_off->n) == Strength::solid)
    return stage.phase == Phase::after ? FrictionLook::measured_after_goal : FrictionLook::measured;
  return friction.evidence.reported() ? FrictionLook::reported : FrictionLook::assumed;
}

std::optional<LaneBody> frictions_lane(const Frame& frame) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const Column& column = frame.columns[c];
    for (std::size_t k = 0; k < column.stage->touchpoints.size(); ++k) {
      const Touchpoint& touchpoint = column.stage->touchpoints[k];
      if (touchpoint.moment_of_truth) cells[c].push_back({k, moment_cell(frame, column, touchpoint)});
      for (const Friction& friction : touchpoint.frictions) cells[c].push_back({k, friction_cell(frame, column, touchpoint, friction)});
    }
  }
  return grid_under_cards(frame, cells, {10, true});
}

}  // namespace parcours
