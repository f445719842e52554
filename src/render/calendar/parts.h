// The parts of a calendar; each is drawn at y = 0 and stacked by calendar.cpp.
#pragma once

#include <optional>

#include "render/calendar.h"
#include "render/calendar/scale.h"
#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kCalendarWidth = 1400, kNamesWidth = 292;
inline constexpr double kFadeDays = 10;  // a stage without an end fades out over them

struct CalendarFrame {
  const Frame& frame;
  const Calendar& calendar;
  DayScale scale;

  const Plan& plan() const { return calendar.plan; }
  double right() const { return kCalendarWidth - kMargin; }
  bool finds(std::string_view code, const std::string& stage) const;  // and does not ignore it
  std::optional<double> mark_between(double left, double right) const;  // where the line of a marked day stands, the last of them
  bool crosses_mark(double left, double right) const { return mark_between(left, right).has_value(); }
  bool work_too_late(const std::string& stage, const PlannedContent& content) const;
};

std::string say_sentence(const Frame& frame, const Message& message);  // a finding, which begins small, as a sentence

Node calendar_head(const CalendarFrame& frame);
// Months, weeks and the names of the two marked days.
Node calendar_scale(const CalendarFrame& frame);
double calendar_marks_top(const CalendarFrame& frame);  // where the lines of the marked days leave their names, below the scale's top
Node calendar_lines(const CalendarFrame& frame, double top, double bottom);
Node calendar_marks(const CalendarFrame& frame, double top, double bottom);  // lines of as-of and target
Node calendar_stage(const CalendarFrame& frame, std::size_t stage);          // its row and those of its contents
Node calendar_notes(const CalendarFrame& frame);                             // what does not fit; empty when all fits
Node calendar_delays(const CalendarFrame& frame);                            // what the events say of the delays
Node calendar_legend(const CalendarFrame& frame);

// Bars.
Node hatched(const Box& box, Colour colour, double radius);
struct BarLook {
  Tone tone;
  double height = 0;
  bool outlined = false;
};
// Where it surely takes place solid, where it may lighter, fading out where it has no end.
Node stage_bar(const CalendarFrame& frame, const StageDates& dates, double middle, const BarLook& look);

}  // namespace parcours
