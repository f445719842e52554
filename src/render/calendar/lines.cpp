// Months and weeks above the rows, their lines behind them, and the two days that stand out: as-of and target.
#include <algorithm>
#include <cmath>

#include "base/dates.h"
#include "render/calendar/parts.h"
#include "render/layout/card.h"

namespace parcours {
namespace {

constexpr double kMarkRow = 24, kMonthRow = 22, kWeekRow = 30;
constexpr double kWeekMin = 26, kMonthMin = 12, kWeekendMin = 6;  // narrower ones are not drawn one by one

int week_step(const DayScale& scale) {
  for (const int step : {1, 2, 4})
    if (7 * step * scale.day_width() >= kWeekMin) return step;
  return 0;
}

// First days of months, or of years when months are too narrow; of every so many years when these are too.
std::vector<Date> divisions(const DayScale& scale) {
  std::vector<Date> out;
  const bool monthly = 30 * scale.day_width() >= kMonthMin;
  const int years = std::max(1, static_cast<int>(std::ceil(40 / (365 * scale.day_width()))));
  Date day = date_of(scale.first());
  day = monthly ? Date{day.year, day.month, 1} : Date{day.year, 1, 1};
  while (day_number(day) <= scale.last()) {
    out.push_back(day);
    if (!monthly) day.year += years;
    else if (++day.month > 12) day.month = 1, ++day.year;
    if (day.year > 9999) break;
  }
  return out;
}

struct Mark {
  Date day;
  std::string text;
  Tone tone;
};

std::vector<Mark> marks_of(const CalendarFrame& frame) {
  std::vector<Mark> marks;
  const Palette& colour = frame.frame.colour;
  const auto add = [&](Date day, const Message& text, const Tone& tone) {
    if (frame.scale.holds(day)) marks.push_back({day, frame.frame.say(text), tone});
  };
  const Plan& plan = frame.plan();
  add(plan.as_of, msg("render.calendar.as_of", {{"day", show_day(plan.as_of, frame.frame.lang)}}), colour.quiet);
  if (plan.target) add(*plan.target, msg("render.calendar.target", {{"day", show_day(*plan.target, frame.frame.lang)}}), {colour.ink, colour.paper});
  return marks;
}

double mark_x(const CalendarFrame& frame, const Mark& mark) { return frame.scale.x(mark.day) + frame.scale.day_width() / 2; }

double chip_left(const CalendarFrame& frame, const Mark& mark) {
  const double width = chip_width(mark.text);
  return std::clamp(mark_x(frame, mark) - width / 2, frame.scale.left(), frame.right() - width);
}

std::string month_label(const CalendarFrame& frame, Date day, bool first) {
  if (30 * frame.scale.day_width() < kMonthMin) return std::to_string(day.year);
  const bool wide = 30 * frame.scale.day_width() >= 110;
  std::string text = wide ? show_month(day.month, frame.frame.lang) : show_short_month(day.month, frame.frame.lang);
  if (first || day.month == 1) text += " " + std::to_string(day.year);
  return text;
}

double weeks_height(const CalendarFrame& frame) { return week_step(frame.scale) == 0 ? 4 : frame.frame.lang == Lang::fr ? kWeekRow : kWeekRow - 12; }

// Chips of the marked days; side by side, or one above the other where they would touch.
double put_marks(const CalendarFrame& frame, double top, Node& node) {
  const auto marks = marks_of(frame);
  double last_right = -1, y = top;
  for (const Mark& mark : marks) {
    const double x = chip_left(frame, mark), right = x + chip_width(mark.text);
    const bool touches = last_right >= 0 && x < last_right + 6 && right > chip_left(frame, marks.front()) - 6;
    if (touches) y += kMarkRow;
    node.add(chip(mark.text, x, y, {mark.tone, false}));
    last_right = right;
  }
  return marks.empty() ? 0 : y - top + kMarkRow;
}

void put_months(const CalendarFrame& frame, double y, Node& node) {
  double free_from = frame.scale.left();
  bool first = true;
  const TextStyle style = styled(kBody, Weight::semibold, frame.frame.colour.ink);
  for (const Date day : divisions(frame.scale)) {
    const double x = std::max(frame.scale.x(day), frame.scale.left()) + 4;
    const std::string text = month_label(frame, day, first);
    const double width = text_width(text, style);
    const Date next = day.month == 12 ? Date{day.year + 1, 1, 1} : Date{day.year, day.month + 1, 1};
    const bool cut_at_left = frame.scale.x(day) < frame.scale.left() && 30 * frame.scale.day_width() >= kMonthMin && x + width > frame.scale.x(next);
    if (x < free_from || x + width > frame.right() || cut_at_left) continue;
    node.add(text_at(text, x, y + 14, style));
    free_from = x + width + 8, first = false;
  }
}

// Each Monday's day, and in French the number of its week.
void put_weeks(const CalendarFrame& frame, double y, Node& node) {
  const int step = week_step(frame.scale);
  if (step == 0) return;
  const Palette& colour = frame.frame.colour;
  for (std::int64_t day = frame.scale.first(); day <= frame.scale.last(); day += 7 * step) {
    const double x = frame.scale.x(day) + 4, room = std::min(7.0 * step * frame.scale.day_width(), frame.right() - x);
    const auto style = styled(kSmall, Weight::regular, colour.ink_soft);
    const auto put = [&](const std::string& label, double baseline) {
      if (text_width(label, style) + 5 < room) node.add(text_at(label, x, baseline, style));
    };
    put(std::to_string(date_of(day).day), y + 11);
    if (frame.frame.lang == Lang::fr) put(frame.frame.say(msg("render.calendar.week", {{"week", std::to_string(iso_week(date_of(day)))}})), y + 25);
  }
}

}  // namespace

double calendar_marks_top(const CalendarFrame& frame) { return kMonthRow + weeks_height(frame) + kChipHeight; }

Node calendar_scale(const CalendarFrame& frame) {
  Node node = group("calendar-scale");
  put_months(frame, 0, node);
  put_weeks(frame, kMonthRow, node);
  const double marks_top = kMonthRow + weeks_height(frame);
  return sized(std::move(node), kCalendarWidth, marks_top + put_marks(frame, marks_top, node));
}

Node calendar_lines(const CalendarFrame& frame, double top, double bottom) {
  Node node = group({}, "calendar-lines");
  const Palette& colour = frame.frame.colour;
  const DayScale& scale = frame.scale;
  if (scale.day_width() >= kWeekendMin)
    for (std::int64_t day = scale.first() + 5; day <= scale.last(); day += 7)
      node.add(rect({scale.x(day), top, 2 * scale.day_width(), bottom - top}, colour.line_soft.faded(0.38)));
  if (const int step = week_step(scale); step > 0)
    for (std::int64_t day = scale.first(); day <= scale.last(); day += 7 * step)
      node.add(hairline(scale.x(day), top, scale.x(day), bottom, colour.line_soft));
  for (const Date day : divisions(scale))
    if (scale.holds(day)) node.add(hairline(scale.x(day), top, scale.x(day), bottom, colour.line, 1.2));
  return node;
}

Node calendar_marks(const CalendarFrame& frame, double top, double bottom) {
  Node node = group({}, "calendar-marks");
  const Palette& colour = frame.frame.colour;
  const auto line = [&](Date day, std::string id, Stroke stroke) {
    if (!frame.scale.holds(day)) return;
    const double x = frame.scale.x(day) + frame.scale.day_width() / 2;
    Path path;
    path.move(x, top).line(x, bottom);
    Node mark = shape(std::move(path), {}, std::move(stroke));
    mark.id = std::move(id);
    node.add(std::move(mark));
  };
  line(frame.plan().as_of, "as-of", {colour.quiet_mark, 1.4, {4, 3}, false});
  if (frame.plan().target) line(*frame.plan().target, "target", {colour.ink, 1.6, {}, false});
  return node;
}

}  // namespace parcours
