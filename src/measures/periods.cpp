#include "measures/periods.h"

#include <algorithm>
#include <cassert>

namespace parcours {
namespace {

Date next_period(Date first, Every every) {
  switch (every) {
    case Every::day: return plus_days(first, 1);
    case Every::week: return plus_days(first, 7);
    case Every::month: return first.month == 12 ? Date{first.year + 1, 1, 1} : Date{first.year, first.month + 1, 1};
  }
  return first;
}

}  // namespace

Periods::Periods(const Zone& zone, Every every, TimeMs first, TimeMs last) {
  assert(first <= last);
  Date date = period_start(zone.date(first), every);
  begins_.push_back(zone.day_start(date));
  while (begins_.back() <= last) {
    dates_.push_back(date);
    date = next_period(date, every);
    begins_.push_back(zone.day_start(date));
  }
}

std::size_t Periods::of(TimeMs instant) const {
  assert(begins_.front() <= instant && instant < begins_.back());
  // Periods are nearly equally long: a guess lands at most a few away.
  const TimeMs length = (begins_.back() - begins_.front()) / static_cast<TimeMs>(size());
  auto period = std::min(static_cast<std::size_t>((instant - begins_.front()) / length), size() - 1);
  while (instant < begins_[period]) --period;
  while (instant >= begins_[period + 1]) ++period;
  return period;
}

}  // namespace parcours
