// A stage: its name and when, its bar; below it each of its contents with the work it takes.
#include <algorithm>
#include <optional>

#include "base/dates.h"
#include "render/calendar/parts.h"
#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kStageRow = 38, kContentRow = 27, kStageBar = 20, kContentBar = 9, kLabelGap = 8, kIndent = 14, kIcon = 13, kLabelLeast = 90;
constexpr std::size_t kIconsMost = 3;

// "2–13 janv.", "entre le 14 et le 16 janv., jusqu’au 18 janv."
std::string say_dates(const CalendarFrame& frame, const StageDates& dates) {
  const Lang lang = frame.frame.lang;
  if (dates.from_earliest == dates.from_latest) {
    if (dates.until_earliest && dates.until_earliest == dates.until_latest) return show_days(*dates.from_earliest, *dates.until_latest, lang);
    if (!dates.until_latest) return frame.frame.say(msg("render.when.from", {{"day", show_day(*dates.from_earliest, lang)}}));
  }
  const std::string starts =
      dates.from_earliest == dates.from_latest ? show_day(*dates.from_earliest, lang) : show_days(*dates.from_earliest, *dates.from_latest, lang);
  if (!dates.until_latest) return frame.frame.say(msg("render.calendar.starts", {{"days", starts}}));
  return frame.frame.say(msg("render.calendar.starts_until", {{"days", starts}, {"day", show_day(*dates.until_latest, lang)}}));
}

// What neither side of a bar has room for, and the bar is too short for: as much of it as the wider side takes, so that it covers no end.
std::string that_fits(const CalendarFrame& frame, const std::string& text, double left, double right, const TextStyle& style) {
  const double after = frame.right() - right - kLabelGap, before = left - 3 * kLabelGap - frame.scale.left(), width = text_width(text, style);
  const double room = std::max(after, before);
  return width <= room || width + 4 * kLabelGap <= right - left || room < kLabelLeast ? text : break_text(text, style, room, 1).lines.front().text;
}

// Of a bar: the middle of its wider part that is not solid, when that part takes a label of this width.
std::optional<double> middle_of_light(const CalendarFrame& frame, const StageDates& dates, double width) {
  if (!dates.until_latest || *dates.from_latest > *dates.until_earliest) return {};
  const auto& scale = frame.scale;
  const double from = scale.x(*dates.from_earliest), solid_from = scale.x(*dates.from_latest);
  const double solid_to = scale.end(*dates.until_earliest), to = scale.end(*dates.until_latest);
  const bool after = to - solid_to >= solid_from - from;
  if (std::max(to - solid_to, solid_from - from) < width + 2 * kLabelGap) return {};
  return after ? (solid_to + to) / 2 : (from + solid_from) / 2;
}

// The label stands right of what lies between `left` and `right`, else left of it, else on the light part of the bar, else on its middle;
// away from the lines of the marked days if that can be. Behind it paper, so that no line crosses it.
Node beside(const CalendarFrame& frame, const std::string& whole, double left, double right, double middle, const TextStyle& style,
            const StageDates& dates) {
  const std::string text = that_fits(frame, whole, left, right, style);
  const double width = text_width(text, style), after = right + kLabelGap, before = left - kLabelGap - width;
  const bool fits_after = after + width <= frame.right(), fits_before = before - 2 * kLabelGap >= frame.scale.left();
  const std::optional<double> light = middle_of_light(frame, dates, width);
  double x = std::clamp(light.value_or((left + right) / 2) - width / 2, frame.scale.left(), std::max(frame.scale.left(), frame.right() - width));
  if (fits_after && !frame.crosses_mark(after, after + width)) x = after;
  else if (fits_before && !frame.crosses_mark(before, before + width)) x = before;
  else if (fits_before && !frame.crosses_mark(before - 2 * kLabelGap, before - 2 * kLabelGap + width)) x = before - 2 * kLabelGap;
  else if (fits_after || fits_before) x = fits_after ? after : before;
  Node node = group({}, "when");
  if (text != whole) node.title = whole;
  const bool on_light = light && !fits_after && !fits_before;
  if (!on_light) node.add(rect(Box{x, middle - 8.5, width, 17}.grown(1.5), frame.frame.colour.paper.faded(0.88), {}, 3));
  node.add(text_at(text, x, middle + style.size * 0.36, style));
  return node;
}

double bar_end(const CalendarFrame& frame, const StageDates& dates) {
  if (dates.until_latest) return frame.scale.end(*dates.until_latest);
  return std::min(frame.scale.x(*dates.from_latest) + kFadeDays * frame.scale.day_width(), frame.scale.right());
}

Tone tone_of(const CalendarFrame& frame, std::size_t i) {
  const auto& stages = frame.frame.colour.stages;
  return frame.finds("plan-too-late", frame.plan().stages[i].dates.stage) ? Tone{frame.frame.colour.loss.tint, frame.frame.colour.loss_mark}
                                                                          : stages[i % stages.size()];
}

// Where the row begins, or right of the marked day whose line would cross it.
Node undated(const CalendarFrame& frame, double middle) {
  const std::string text = frame.frame.say(msg("render.calendar.undated"));
  const TextStyle style = slanted(kSmall, frame.frame.colour.ink_soft);
  double x = frame.scale.left() + 6;
  while (const auto mark = frame.mark_between(x, x + text_width(text, style))) x = *mark + kLabelGap;
  return text_at(text, x, middle + 4, style);
}

Node stage_row(const CalendarFrame& frame, std::size_t i) {
  const Stage& stage = frame.frame.map.map.stages[i];
  const StageDates& dates = frame.plan().stages[i].dates;
  const Palette& colour = frame.frame.colour;
  const Tone own = colour.stages[i % colour.stages.size()];
  Node node = group("plan-" + stage.id, dates.dated() ? "plan-stage" : "plan-stage undated");
  const std::string name = frame.frame.say(stage.name.empty() ? LocalText{stage.id, {}, {}} : stage.name);
  Node title = text_block(name, kMargin + 10, 0, kNamesWidth - 26, styled(kBody, Weight::bold, own.deep), 3);
  const double height = std::max(kStageRow, title.box.h + 16), middle = height / 2;
  shift(title, 0, middle - title.box.h / 2);
  node.add(rect({kMargin, 4, 3, height - 8}, own.deep, {}, 1.5));
  node.add(std::move(title));
  if (!dates.dated()) {
    node.role = "listitem", node.label = name + ", " + frame.frame.say(msg("render.calendar.undated"));
    node.add(undated(frame, middle));
    return sized(std::move(node), kCalendarWidth, height);
  }
  const bool late = frame.finds("plan-too-late", stage.id);
  node.add(stage_bar(frame, dates, middle, {tone_of(frame, i), kStageBar, false}));
  std::string label = say_dates(frame, dates);
  if (late) label += " · " + frame.frame.say(msg("render.calendar.too_late"));
  node.role = "listitem", node.label = name + ", " + label;
  node.add(beside(frame, label, frame.scale.x(*dates.from_earliest), bar_end(frame, dates), middle,
                  styled(kSmall, Weight::semibold, late ? colour.loss.deep : own.deep), dates));
  return sized(std::move(node), kCalendarWidth, height);
}

// The signs of the channels that carry it, then its words.
Node content_name(const CalendarFrame& frame, const Content& content, const PlannedContent& planned, const Tone& tone) {
  Node node = group();
  double x = kMargin + kIndent;
  std::vector<std::string_view> icons;
  for (const auto& channel : planned.channels) {
    const std::string_view icon = icon_or_neutral(frame.frame.channel(channel).icon);
    if (icons.size() < kIconsMost && std::find(icons.begin(), icons.end(), icon) == icons.end()) icons.push_back(icon);
  }
  if (icons.empty()) icons.push_back("file-text");
  for (const auto icon_name : icons) node.add(icon(icon_name, x, 0.8, kIcon, tone.deep, 1.2)), x += kIcon + 4;
  x += 3;
  const std::string text = frame.frame.say(content.text.empty() ? LocalText{content.kind, {}, {}} : content.text);
  node.add(text_block(text, x, 0, kMargin + kNamesWidth - 12 - x, styled(kSmall, Weight::regular, frame.frame.colour.ink), 3));
  return node;
}

Node content_row(const CalendarFrame& frame, std::size_t i, const PlannedContent& planned) {
  const Stage& stage = frame.frame.map.map.stages[i];
  const StageDates& dates = frame.plan().stages[i].dates;
  const Palette& colour = frame.frame.colour;
  const Tone tone = colour.stages[i % colour.stages.size()];
  Node node = group("plan-" + stage.id + "-" + std::to_string(planned.index + 1), "plan-content");
  Node name = content_name(frame, stage.contents[planned.index], planned, tone);
  const double height = std::max(kContentRow, name.box.h + 10), middle = height / 2;
  shift(name, 0, middle - name.box.h / 2);
  node.role = "listitem", node.label = frame.frame.say(stage.contents[planned.index].text);
  node.add(std::move(name));
  if (!dates.dated()) return sized(std::move(node), kCalendarWidth, height);
  node.add(stage_bar(frame, dates, middle, {tone_of(frame, i), kContentBar, true}));
  if (planned.work_from && *planned.lead_days > 0) {
    const bool late = frame.work_too_late(stage.id, planned);
    const double from = frame.scale.x(*planned.work_from), until = frame.scale.x(*dates.from_earliest);
    node.add(hatched({from, middle - kContentBar / 2 - 2, until - from - 1.5, kContentBar + 4}, late ? colour.loss_mark : tone.deep, 3));
    std::string label =
        frame.frame.say(msg("render.calendar.work", {{"days", *planned.lead_days}, {"day", show_day(*planned.work_from, frame.frame.lang)}}));
    if (!planned.team.empty()) label += " · " + frame.frame.say(planned.team);
    if (late) label += " · " + frame.frame.say(msg("render.calendar.too_late"));
    node.label += ", " + label;
    const TextStyle style = styled(kSmall, late ? Weight::semibold : Weight::regular, late ? colour.loss.deep : colour.ink_soft);
    node.add(beside(frame, break_text(label, style, frame.scale.right() - frame.scale.left(), 1).lines.front().text, from, bar_end(frame, dates),
                    middle, style, dates));
  }
  return sized(std::move(node), kCalendarWidth, height);
}

}  // namespace

Node calendar_stage(const CalendarFrame& frame, std::size_t i) {
  Node node = group();
  double y = 5;
  const auto put = [&](Node row) {
    const double height = row.box.h;
    shift(row, 0, y);
    node.add(std::move(row));
    y += height;
  };
  put(stage_row(frame, i));
  for (const PlannedContent& content : frame.plan().stages[i].contents) put(content_row(frame, i, content));
  return sized(std::move(node), kCalendarWidth, y + 6);
}

}  // namespace parcours
