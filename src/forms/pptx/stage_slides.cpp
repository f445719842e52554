#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "forms/pptx/slides.h"
#include "render/icons.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kLine = 1.24;                                           // of a line of text, in sizes: what viewers take, and a little more
constexpr double kName = 19, kFigure = 16, kText = 15, kSmallText = 14;  // 14 pixels are 10.5 points
constexpr double kPad = 14, kCardGap = 16, kIcon = 18, kCardsBottom = 688;
constexpr std::size_t kAcrossMax = 4, kCardsMax = 8;

// Paragraphs one below the other until the height is used up; the last one is cut with an ellipsis.
class TextColumn {
 public:
  TextColumn(double width, double height) : width_(width), left_(height) {}

  void add(const std::string& label, const std::string& text, double size, Colour colour, Weight weight, int lines_max, double before = 5) {
    if (text.empty() || full_) return;
    const double space = paragraphs_.empty() ? 0 : before;
    const int fit = static_cast<int>((left_ - space) / (size * kLine));
    if (fit < 1) {
      full_ = true;
      return;
    }
    const std::string whole = label.empty() ? text : label + " " + text;
    const BrokenText broken = break_text(whole, styled(size, weight, colour), width_, std::min(fit, lines_max));
    std::string shown;
    for (const auto& line : broken.lines) shown += (shown.empty() || shown.ends_with('-') ? "" : " ") + line.text;
    left_ -= space + static_cast<double>(broken.lines.size()) * size * kLine;
    SlideParagraph paragraph;
    paragraph.space_before = space;
    if (!label.empty() && shown.starts_with(label)) {
      paragraph.runs.push_back({label, size, colour, true, false});
      shown.erase(0, label.size());
    }
    paragraph.runs.push_back({shown, size, colour, weight != Weight::regular, false});
    paragraphs_.push_back(std::move(paragraph));
  }

  std::vector<SlideParagraph> take() { return std::move(paragraphs_); }

 private:
  double width_, left_;
  bool full_ = false;
  std::vector<SlideParagraph> paragraphs_;
};

std::string joined(const Frame& frame, const std::vector<LocalText>& texts) {
  std::string out;
  for (const LocalText& text : texts) out += (out.empty() ? "" : " · ") + frame.say(text);
  return out;
}

std::string figures_of(const Frame& frame, const TouchpointFigures& figures) {
  std::string out = frame.say(msg("forms.pptx.customers", {{"n", figures.customers}, {"shown", say_count(frame, figures.customers)}}));
  if (figures.drop_off.n > 0) out += " · " + frame.say(msg("forms.pptx.drop_off", {{"share", say_share_with_range(frame, figures.drop_off)}}));
  return out;
}

std::string emotion_of(const Frame& frame, const Touchpoint& touchpoint) {
  for (const EmotionPoint& point : frame.map.emotions)
    if (point.touchpoint == touchpoint.id && point.truth == Truth::measured && point.persona.empty() && point.n >= kWithheldBelow)
      return frame.say(
          msg("forms.pptx.emotion_measured", {{"value", (point.value > 0 ? "+" : "") + show_number(point.value, frame.lang)}, {"n", point.n}}));
  std::string out;
  for (const Emotion& emotion : touchpoint.emotions) {
    const std::string value = (emotion.value > 0 ? "+" : "") + show_number(emotion.value, frame.lang);
    out += (out.empty() ? "" : ", ") + (emotion.persona.empty() ? "" : emotion.persona + " ") + value + " (" +
           frame.say(msg(emotion.evidence.reported() ? "render.truth.reported" : "render.truth.assumed")) + ")";
  }
  return out;
}

std::vector<SlideParagraph> card_text(const Frame& frame, const Touchpoint& touchpoint, double width, double height) {
  const Palette& colour = frame.colour;
  TextColumn column(width, height);
  column.add("", frame.say(touchpoint.name), kName, colour.ink, Weight::semibold, 2);
  const std::string channel = touchpoint.channel.empty() ? "" : frame.say(frame.channel(touchpoint.channel).name);
  column.add("", channel.empty() ? touchpoint.channel : channel, kSmallText, colour.ink_soft, Weight::regular, 1, 1);
  const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
  const bool worst = !touchpoint.id.empty() && touchpoint.id == frame.map.worst_touchpoint;
  if (touchpoint.out_of_sight) column.add("", frame.say(msg("render.out_of_sight")), kSmallText, colour.ink_soft, Weight::regular, 1);
  else if (frame.measured() && figures && figures->has_rule)
    column.add("", figures_of(frame, *figures), kFigure, worst ? colour.loss.deep : colour.measured, Weight::semibold, 2, 7);
  for (const Friction& friction : touchpoint.frictions)
    column.add(frame.say(msg("forms.pptx.friction")), frame.say(friction.text), kText, colour.loss.deep, Weight::regular, 3, 7);
  if (touchpoint.moment_of_truth)
    column.add(frame.say(msg("forms.pptx.moment")), frame.say(touchpoint.moment_of_truth->promise), kText, colour.good.deep, Weight::regular, 3);
  const auto words = [&](std::string_view lane, const std::vector<LocalText>& texts) {
    column.add(frame.say(text("render.lane." + std::string(lane), frame.lang)), joined(frame, texts), kSmallText, colour.ink, Weight::regular, 3);
  };
  words("does", touchpoint.does), words("wants", touchpoint.wants), words("asks", touchpoint.asks);
  if (!touchpoint.says.empty()) column.add("", say_quote(frame, touchpoint.says.front()), kSmallText, colour.ink_soft, Weight::regular, 3);
  column.add(frame.say(text("render.lane.emotion", frame.lang)), emotion_of(frame, touchpoint), kSmallText, colour.ink_soft, Weight::regular, 2);
  return column.take();
}

void add_card(Slide& slide, const Frame& frame, const Column& column, const Touchpoint& touchpoint, const Box& box) {
  const bool worst = touchpoint.id == frame.map.worst_touchpoint;
  slide.begin_group("tp-" + touchpoint.id, "", box);
  Stroke edge{worst ? frame.colour.loss_mark : frame.colour.line, worst ? 2.5 : 1.0, {}, false};
  if (touchpoint.out_of_sight) edge.dash = {5, 4};
  slide.rect(box, frame.colour.card, edge, 10, "card");
  slide.rect({box.x, box.y + 12, 4, box.h - 24}, column.tone.deep, {}, 2, "stage colour");
  const double text_width = box.w - 2 * kPad - kIcon - 6;
  slide.path(
      Path::parse(icon_path(icon_or_neutral(frame.channel(touchpoint.channel).icon))).moved(box.right() - kPad - kIcon, box.y + kPad, kIcon / 24), {},
      {column.tone.deep, 1.4, {}, true}, "channel");
  slide.text(card_text(frame, touchpoint, text_width, box.h - 2 * kPad), {box.x + kPad + 2, box.y + kPad, text_width, box.h - 2 * kPad}, true,
             "touchpoint");
  slide.end_group();
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
  TextColumn lines(width, 90);
  lines.add("", subtitle(frame, *column.stage), kText, frame.colour.ink_soft, Weight::regular, 2);
  if (frame.measured() && column.figures)
    lines.add("", stage_figures(frame, *column.figures), kFigure, frame.colour.measured, Weight::semibold, 2, 4);
  slide.text(lines.take(), {kSlideMargin + 22, 68, width, 86}, true, "stage");
  return frame.measured() && column.figures ? 148 : 118;
}

}  // namespace

std::vector<Slide> stage_slides(const Frame& frame, const Column& column) {
  const auto& touchpoints = column.stage->touchpoints;
  const std::size_t parts = std::max<std::size_t>(1, (touchpoints.size() + kCardsMax - 1) / kCardsMax);
  std::vector<Slide> slides;
  for (std::size_t part = 0; part < parts; ++part) {
    Slide slide(frame.lang);
    const double top = add_head(slide, frame, column, part, parts);
    const std::size_t first = part * touchpoints.size() / parts, last = (part + 1) * touchpoints.size() / parts, count = last - first;
    const std::size_t rows = count > kAcrossMax ? 2 : 1, across = std::max<std::size_t>(1, (count + rows - 1) / rows);
    const double width = (kSlideWidth - 2 * kSlideMargin - kCardGap * static_cast<double>(across - 1)) / static_cast<double>(across);
    const double height = (kCardsBottom - top - kCardGap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    for (std::size_t i = 0; i < count; ++i)
      add_card(slide, frame, column, touchpoints[first + i],
               {kSlideMargin + static_cast<double>(i % across) * (width + kCardGap), top + static_cast<double>(i / across) * (height + kCardGap),
                width, height});
    add_stage_notes(slide, frame, column);
    slides.push_back(std::move(slide));
  }
  return slides;
}

}  // namespace parcours
