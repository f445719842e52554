// When things happen: the days on which customers begin, the hours of a day.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/random.h"
#include "base/time.h"

namespace parcours {

struct CalendarOptions {
  Date first, last;  // both included
  bool season = true;
  bool office = false;         // business customers: working days and hours
  std::optional<Date> target;  // its day comes every year, with a rush ahead of it
};

// With `season`: fewer at night and in the early morning, more in the evening and at the week-end (in offices the other way round), more in
// November and December, fewer in August, three times as many right before the target date. Without: all hours and days alike.
class SimulatedCalendar {
 public:
  SimulatedCalendar(const CalendarOptions& options, const Zone& zone);

  TimeMs start() const { return start_; }
  TimeMs end() const { return end_; }  // excluded

  // A moment in the range for a customer to begin at.
  TimeMs beginning(Random& random) const;
  // A moment so many days of the calendar after `from`; after `from` itself.
  TimeMs days_after(TimeMs from, std::int64_t days, Random& random) const;

 private:
  TimeMs moment_on(Date day, Random& random) const;

  Zone zone_;
  TimeMs start_, end_;
  std::int64_t first_day_;
  std::vector<double> until_day_;        // weights of the days, added up
  std::array<double, 24> until_hour_{};  // the same of hours
};

}  // namespace parcours
