// Days on the paper: whole weeks from left to right.
#pragma once

#include "plan/plan.h"

namespace parcours {

class DayScale {
 public:
  // Whole weeks around `first` and `last`, at least four, between `left` and `right`.
  DayScale(Date first, Date last, double left, double right);

  double x(Date day) const { return x(day_number(day)); }  // its beginning
  double x(std::int64_t day) const { return left_ + static_cast<double>(day - first_) * day_width_; }
  double end(Date day) const { return x(day_number(day) + 1); }
  double day_width() const { return day_width_; }
  double left() const { return left_; }
  double right() const { return right_; }
  std::int64_t first() const { return first_; }  // a Monday
  std::int64_t last() const { return last_; }    // a Sunday
  bool holds(Date day) const { return day_number(day) >= first_ && day_number(day) <= last_; }

 private:
  std::int64_t first_, last_;
  double left_, right_, day_width_;
};

// From the first work to the last day or the target date; the as-of day too, when it lies at most four weeks before.
DayScale scale_of(const Plan& plan, double left, double right);

int iso_week(Date day);  // ISO 8601: the week of the year that holds its Thursday

}  // namespace parcours
