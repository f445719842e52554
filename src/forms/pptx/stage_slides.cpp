#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/text_column.h"
#include "render/icons.h"
#include "render/layout/frictions.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kName = 19, kFigure = 16, kText = 15, kSmallText = 14;  // 14 pixels are 10.5 points
constexpr double kPad = 14, kCardGap = 16, kIcon = 18, kCardsBottom = 688;
constexpr double kNameScaleMost = 1.5;  // a touchpoint's name stays below the slide's title
constexpr double kNearlyFull = 0.6;     // of its height: such cards go down to the foot
constexpr std::size_t kAcrossMax = 4, kCardsMax = 8;
constexpr int kLinesOfWhole = 40;

std::string joined(const Frame& frame, const std::vector<CustomerWords>& all) {
  std::string out;
  for (const CustomerWords& words : all)
    out += (out.empty() ? "" : " · ") + frame.say(words) + (say_by(frame, words.by).empty() ? "" : " (" + say_persona(frame, words.by) + ")");
  return out;
}

std::string figures_of(const Frame& frame, const Touchpoint& touchpoint, const TouchpointFigures& figures) {
  std::string out = frame.say(msg("forms.pptx.customers", {{"n", figures.customers}, {"shown", say_count(frame, figures.customers)}}));
  if (touchpoint.id == frame.map.map.goal) return out + " · " + frame.say(msg("render.goal"));
  if (figures.drop_off.n > 0) out += " · " + frame.say(msg("forms.pptx.drop_off", {{"share", say_share_with_range(frame, figures.drop_off)}}));
  return out;
}

// One for each persona that feels something there.
std::vector<std::string> emotions_of(const Frame& frame, const Touchpoint& touchpoint) {
  for (const EmotionPoint& point : frame.map.emotions)
    if (point.touchpoint == touchpoint.id && point.truth == Truth::measured && point.persona.empty() && point.n >= kWithheldBelow)
      return {frame.say(
          msg("forms.pptx.emotion_measured", {{"value", (point.value > 0 ? "+" : "") + show_number(point.value, frame.lang)}, {"n", point.n}}))};
  std::vector<std::string> out;
  for (const Emotion& emotion : touchpoint.emotions) {
    const std::string value = (emotion.value > 0 ? "+" : "") + show_number(emotion.value, frame.lang);
    out.push_back((emotion.persona.empty() ? "" : say_persona(frame, emotion.persona) + " ") + value + " (" +
                  frame.say(msg(emotion.evidence.reported() ? "render.truth.reported" : "render.truth.assumed")) + ")");
  }
  return out;
}

std::string labelled(const Frame& frame, std::string_view lane) {
  return frame.say(msg("forms.pptx.label", {{"label", text("render.lane." + std::string(lane), frame.lang)}}));
}

// `whole`: every text in full, however many lines it takes; else each gets its share of them.
DeckColumn card_text(const Frame& frame, const Stage& stage, const Touchpoint& touchpoint, const Box& room, double scale, bool whole) {
  const Palette& colour = frame.colour;
  DeckColumn column(room.w, room.h, scale);
  const auto most = [whole](int lines) { return whole ? kLinesOfWhole : lines; };
  column.add("", frame.say(touchpoint.name), kName * std::min(1.0, kNameScaleMost / scale), colour.ink, Weight::semibold, most(2));
  column.add("", touchpoint.channel.empty() ? "" : frame.say(frame.channel(touchpoint.channel).name), kSmallText, colour.ink_soft, Weight::regular, 1,
             1);
  const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
  const bool worst = !touchpoint.id.empty() && touchpoint.id == frame.map.worst_touchpoint;
  if (touchpoint.out_of_sight) column.add("", frame.say(msg("render.out_of_sight")), kSmallText, colour.ink_soft, Weight::regular, 1);
  else if (frame.measured() && figures && figures->has_rule)
    column.add("", figures_of(frame, touchpoint, *figures) + " · " + frame.say(truth_words(Truth::measured)), kFigure,
               worst ? colour.loss.deep : colour.measured, Weight::semibold, 2, 7);
  for (const ReportedFigure& figure : touchpoint.figures)
    column.add("", say_reported(frame, figure) + " · " + say_evidence(frame, {figure.evidence.source, {}, {}}), kSmallText, colour.ink, Weight::regular, most(2), 7);
  for (const Friction& friction : touchpoint.frictions)
    column.add(frame.say(msg("forms.pptx.friction")), frame.say(friction.text) + say_by(frame, friction.by) + " — " + friction_basis(frame, friction),
               kText, look_of(frame, stage, friction) == FrictionLook::measured ? colour.loss.deep : colour.quiet.deep, Weight::regular, most(3), 7);
  if (touchpoint.moment_of_truth)
    column.add(frame.say(msg("forms.pptx.moment")), frame.say(touchpoint.moment_of_truth->promise), kText, colour.good.deep, Weight::regular,
               most(3));
  const auto words = [&](std::string_view lane, const std::vector<CustomerWords>& texts) {
    column.add(labelled(frame, lane), joined(frame, texts), kSmallText, colour.ink, Weight::regular, most(3));
  };
  words("does", touchpoint.does), words("wants", touchpoint.wants), words("asks", touchpoint.asks);
  if (!touchpoint.says.empty())
    column.add("", say_words(frame, touchpoint.says.front(), true), kSmallText, colour.ink_soft, Weight::regular, most(3));
  std::string label = labelled(frame, "emotion");
  for (const std::string& emotion : emotions_of(frame, touchpoint)) {
    column.add(label, emotion, kSmallText, colour.ink_soft, Weight::regular, most(2), label.empty() ? 1 : 5);
    label.clear();
  }
  return column;
}

constexpr double kTextInsets = 2 * kPad + kIcon + 6;  // of a card's width

void add_card(Slide& slide, const Frame& frame, const Column& column, const Touchpoint& touchpoint, const Box& box, DeckColumn content) {
  const bool worst = touchpoint.id == frame.map.worst_touchpoint;
  slide.begin_group("tp-" + touchpoint.id, "", box);
  Stroke edge{worst ? frame.colour.loss_mark : frame.colour.line, worst ? 2.5 : 1.0, {}, false};
  if (touchpoint.out_of_sight) edge.dash = {5, 4};
  slide.rect(box, frame.colour.card, edge, 10, "card");
  slide.rect({box.x, box.y + 12, 4, box.h - 24}, column.tone.deep, {}, 2, "stage colour");
  slide.path(
      Path::parse(icon_path(icon_or_neutral(frame.channel(touchpoint.channel).icon))).moved(box.right() - kPad - kIcon, box.y + kPad, kIcon / 24), {},
      {column.tone.deep, 1.4, {}, true}, "channel");
  slide.text(content.take(), {box.x + kPad + 2, box.y + kPad, box.w - kTextInsets, box.h - 2 * kPad}, true, "touchpoint");
  slide.end_group();
}

// Where the cards of a slide stand: all of a size.
struct Cards {
  std::size_t across = 1;
  double top = 0, width = 0, height = 0;  // the height that there is for each

  Box box(std::size_t i, double tall) const {
    const auto column = static_cast<double>(i % across), row = static_cast<double>(i / across);
    return {kSlideMargin + column * (width + kCardGap), top + row * (tall + kCardGap), width, tall};
  }
};

Cards cards_below(double top, std::size_t count) {
  const std::size_t rows = count > kAcrossMax ? 2 : 1;
  Cards cards;
  cards.across = std::max<std::size_t>(1, (count + rows - 1) / rows), cards.top = top;
  const auto gaps = static_cast<double>(cards.across - 1) * kCardGap;
  cards.width = (kSlideWidth - 2 * kSlideMargin - gaps) / static_cast<double>(cards.across);
  cards.height = (kCardsBottom - top - kCardGap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
  return cards;
}

// In the largest type in which all that is said fits.
void add_cards(Slide& slide, const Frame& frame, const Column& column, std::size_t first, std::size_t last, double top) {
  if (first == last) return;
  const Cards cards = cards_below(top, last - first);
  std::vector<DeckColumn> contents;
  const Box room{0, 0, cards.width - kTextInsets, cards.height - 2 * kPad};
  const auto fits = [&](double scale, bool whole) {
    contents.clear();
    for (std::size_t i = first; i < last; ++i) contents.push_back(card_text(frame, *column.stage, column.stage->touchpoints[i], room, scale, whole));
    return std::none_of(contents.begin(), contents.end(), [](const DeckColumn& content) { return content.cut(); });
  };
  constexpr std::array<double, 9> kScales = {1.9, 1.75, 1.62, 1.5, 1.38, 1.26, 1.15, 1.07, 1.0};
  if (std::none_of(kScales.begin(), kScales.end(), [&](double scale) { return fits(scale, true); })) fits(kScales.back(), false);
  double tall = 0;
  for (const DeckColumn& content : contents) tall = std::max(tall, content.used() + 2 * kPad + 4);
  if (tall > kNearlyFull * cards.height) tall = cards.height;
  for (std::size_t i = 0; i < contents.size(); ++i)
    add_card(slide, frame, column, column.stage->touchpoints[first + i], cards.box(i, std::min(tall, cards.height)), std::move(contents[i]));
}

// "Avant l’achat · 2 – 14 janv. · inspirer"
std::string subtitle(const Frame& frame, const Stage& stage) {
  std::string out = frame.say(text("render.phase." + std::string(code_of(stage.phase)), frame.lang));
  for (const std::string& part :
       {say_when(frame, stage), stage.objective.empty() ? std::string() : say_objective(frame, stage.objective), frame.say(stage.how)})
    if (!part.empty()) out += " · " + part;
  return out;
}

std::string stage_figures(const Frame& frame, const StageFigures& figures) {
  std::string out = frame.say(msg("forms.pptx.customers", {{"n", figures.customers}, {"shown", say_count(frame, figures.customers)}}));
  if (figures.to_next_stage.n > 0)
    out += " · " + frame.say(msg("forms.pptx.goes_on", {{"share", say_share_with_range(frame, figures.to_next_stage)}}));
  if (figures.drop_off.n > 0) out += " · " + frame.say(msg("forms.pptx.drop_off", {{"share", say_share_with_range(frame, figures.drop_off)}}));
  if (figures.at_stake && figures.at_stake->n >= kWithheldBelow)
    out += " · " + frame.say(msg("forms.pptx.at_stake",
                                 {{"money", say_money(frame, figures.at_stake->value) + " " + say_money_range(frame, *figures.at_stake)}}));
  return out;
}

// Gives where the cards may begin.
double add_head(Slide& slide, const Frame& frame, const Column& column, std::size_t part, std::size_t parts) {
  const double width = kSlideWidth - 2 * kSlideMargin - 22;
  slide.rect({kSlideMargin, 28, 8, 70}, column.tone.deep, {}, 4, "stage colour");
  std::string title = std::to_string(column.index + 1) + ". " + frame.say(column.stage->name);
  if (parts > 1) title += " (" + std::to_string(part + 1) + "/" + std::to_string(parts) + ")";
  slide.title(title, {kSlideMargin + 22, 24, width, 42}, 30, column.tone.deep);
  DeckColumn lines(width, 90);
  lines.add("", subtitle(frame, *column.stage), kText, frame.colour.ink_soft, Weight::regular, 2);
  if (frame.measured() && column.figures)
    lines.add("", stage_figures(frame, *column.figures) + " · " + frame.say(truth_words(Truth::measured)), kFigure, frame.colour.measured,
              Weight::semibold, 2, 4);
  slide.text(lines.take(), {kSlideMargin + 22, 68, width, 86}, true, "stage");
  return frame.measured() && column.figures ? 148 : 118;
}

}  // namespace

std::string friction_basis(const Frame& frame, const Friction& friction) {
  const auto& views = frame.map.frictions;
  const auto view = std::find_if(views.begin(), views.end(), [&](const FrictionView& one) { return one.id == friction.id; });
  return say_friction(frame, friction, view == views.end() ? nullptr : &*view);
}

std::vector<Slide> stage_slides(const Frame& frame, const Column& column) {
  const auto& touchpoints = column.stage->touchpoints;
  const std::size_t parts = std::max<std::size_t>(1, (touchpoints.size() + kCardsMax - 1) / kCardsMax);
  std::vector<Slide> slides;
  for (std::size_t part = 0; part < parts; ++part) {
    Slide slide(frame.lang);
    const double top = add_head(slide, frame, column, part, parts);
    const std::size_t first = part * touchpoints.size() / parts, last = (part + 1) * touchpoints.size() / parts;
    add_cards(slide, frame, column, first, last, top);
    add_stage_notes(slide, frame, column);
    slides.push_back(std::move(slide));
  }
  return slides;
}

}  // namespace parcours
