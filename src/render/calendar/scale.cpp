#include "render/calendar/scale.h"

#include <algorithm>

namespace parcours {
namespace {

constexpr std::int64_t kWeeksMin = 4, kAsOfBefore = 28;

}  // namespace

DayScale::DayScale(Date first, Date last, double left, double right) : left_(left), right_(right) {
  first_ = day_number(first) - (weekday(first) - 1);
  last_ = std::max(day_number(last) + (7 - weekday(last)), first_ + 7 * kWeeksMin - 1);
  day_width_ = (right - left) / static_cast<double>(last_ - first_ + 1);
}

DayScale scale_of(const Plan& plan, double left, double right) {
  const auto span = plan.span();
  if (!span) return {plan.as_of, plan.as_of, left, right};
  const std::int64_t as_of = day_number(plan.as_of), first = day_number(span->first), last = day_number(span->last);
  const bool near = as_of < first ? first - as_of <= kAsOfBefore : as_of > last && as_of - last <= kAsOfBefore;
  if (!near) return {span->first, span->last, left, right};
  return {std::min(span->first, plan.as_of), std::max(span->last, plan.as_of), left, right};
}

int iso_week(Date day) {
  const Date thursday = plus_days(day, 4 - weekday(day));
  return static_cast<int>((day_number(thursday) - day_number({thursday.year, 1, 1})) / 7) + 1;
}

}  // namespace parcours
