#include <algorithm>

#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

struct Ranked {
  const Action* action = nullptr;
  const RankedAction* rank = nullptr;
  std::size_t place = 0;  // 1: first
};

Message status_name(ActionStatus status) {
  switch (status) {
    case ActionStatus::doing: return msg("render.action.doing");
    case ActionStatus::done: return msg("render.action.done");
    case ActionStatus::todo:
    case ActionStatus::dropped: break;
  }
  return msg("render.action.todo");
}

std::string who_and_when(const Frame& frame, const Action& action) {
  std::string out = frame.say(action.owner);
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  if (action.due) add(say_day(frame, *action.due));
  if (action.effort) add(frame.say(msg("render.action.effort", {{"n", static_cast<std::int64_t>(*action.effort)}})));
  if (action.status != ActionStatus::todo || out.empty()) add(frame.say(status_name(action.status)));
  return out;
}

std::string gain(const Frame& frame, const RankedAction* rank) {
  if (!rank) return {};
  if (rank->may_gain && rank->may_gain->n >= kWithheldBelow)
    return frame.say(
        msg("render.action.stake", {{"money", say_money(frame, rank->may_gain->value)}, {"range", say_money_range(frame, *rank->may_gain)}}));
  if (rank->lost_customers && *rank->lost_customers > 0) return frame.say(msg("render.action.lost", {{"n", *rank->lost_customers}}));
  return {};
}

Cell action_cell(const Frame& frame, const Tone& tone, const Ranked& ranked) {
  return [&frame, tone, ranked](double width, double height) {
    const Action& action = *ranked.action;
    const bool done = action.status == ActionStatus::done;
    const std::string number = std::to_string(ranked.place);
    const TextStyle number_style = styled(kBody, Weight::bold, done ? frame.colour.ink_soft : tone.deep);
    std::vector<Node> parts;
    double y = 10;
    const double x = 38;
    const auto put = [&](const std::string& text, const TextStyle& style, int most) {
      if (text.empty()) return;
      parts.push_back(text_block(text, x, y, width - x - 12, style, most));
      y += parts.back().box.h + 2;
    };
    put(frame.say(action.text.empty() ? LocalText{action.id, {}, {}} : action.text),
        styled(kBody, Weight::semibold, done ? frame.colour.ink_soft : frame.colour.ink), 4);
    put(who_and_when(frame, action), styled(kSmall, Weight::regular, frame.colour.ink_soft), 2);
    const bool weak = ranked.rank && ranked.rank->may_gain && strength_of(ranked.rank->may_gain->n) != Strength::solid;
    put(gain(frame, ranked.rank), styled(kSmall, weak ? Weight::regular : Weight::semibold, weak ? frame.colour.ink_soft : tone.deep), 2);
    const double tall = std::max(height, y + 9);
    Node card = paper_card(frame, width, tall);
    card.place = Node::Place::card;
    card.id = "action-" + action.id, card.classes = "action " + std::string(code_of(action.status));
    Path bar;
    bar.move(0, 10).corner(6, 0, false).line(6, tall).corner(0, tall - 10, true).close();
    card.add(shape(std::move(bar), tone.deep));
    if (done) card.add(icon("check", 14, 11.5, 15, tone.deep, 2));
    else card.add(text_block(number, 10, 10, 26, number_style, 1, 0.5));
    for (Node& part : parts) card.add(std::move(part));
    return sized(std::move(card), width, tall);
  };
}

std::vector<Ranked> drawn_actions(const Frame& frame) {
  std::vector<Ranked> out;
  for (const RankedAction& rank : frame.map.actions) {
    const Action* action = frame.map.map.action(rank.id);
    if (action && action->status != ActionStatus::dropped) out.push_back({action, &rank, out.size() + 1});
  }
  for (const Action& action : frame.map.map.actions) {
    const auto known = [&](const Ranked& ranked) { return ranked.action == &action; };
    if (action.status != ActionStatus::dropped && std::none_of(out.begin(), out.end(), known)) out.push_back({&action, nullptr, out.size() + 1});
  }
  return out;
}

// The touchpoint it is for; nothing: none that is known.
std::string_view touchpoint_for(const Frame& frame, const Ranked& ranked) {
  if (ranked.rank && !ranked.rank->touchpoint.empty()) return ranked.rank->touchpoint;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints)
      for (const Friction& friction : touchpoint.frictions)
        if (friction.id == ranked.action->for_friction) return touchpoint.id;
  return {};
}

// Actions that belong to no stage: a row of their own below.
void add_unplaced(const Frame& frame, const std::vector<Ranked>& unplaced, LaneBody& body) {
  if (unplaced.empty() || !frame.options.stage.empty()) return;
  const Tone tone{frame.colour.quiet.tint, frame.colour.ink_soft};
  const double left = frame.columns.front().x, right = frame.columns.back().right(), width = 260;
  double x = left, y = body.height + (body.height > 0 ? 12 : 0), row = 0;
  for (const Ranked& ranked : unplaced) {
    Node card = action_cell(frame, tone, ranked)(width, 0);
    if (x + width > right && x > left) x = left, y += row + 10, row = 0;
    row = std::max(row, card.box.h);
    shift(card, x, y);
    x += width + kGap;
    body.node.add(std::move(card));
  }
  body.height = y + row;
}

}  // namespace

std::optional<LaneBody> actions_lane(const Frame& frame) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  std::vector<Ranked> unplaced;
  for (const Ranked& ranked : drawn_actions(frame)) {
    const std::string_view touchpoint = touchpoint_for(frame, ranked);
    const Column* column = frame.column_of(touchpoint);
    if (!column) {
      unplaced.push_back(ranked);
      continue;
    }
    cells[static_cast<std::size_t>(column - frame.columns.data())].push_back(
        {column->place_of(touchpoint), action_cell(frame, column->tone, ranked)});
  }
  auto placed = grid_under_cards(frame, cells, {10, true});
  if (!placed && (unplaced.empty() || !frame.options.stage.empty())) return std::nullopt;
  LaneBody body = placed ? std::move(*placed) : LaneBody();
  add_unplaced(frame, unplaced, body);
  return body;
}

}  // namespace parcours
