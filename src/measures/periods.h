// Calendar days, weeks (from Monday) or months of a zone, one after the other, as the instants at which they begin.
#pragma once

#include <cstddef>
#include <vector>

#include "base/time.h"
#include "questions/retention.h"

namespace parcours {

class Periods {
 public:
  // All periods from the one that holds `first` to the one that holds `last`. REQUIRES: first <= last.
  Periods(const Zone& zone, Every every, TimeMs first, TimeMs last);

  std::size_t size() const { return dates_.size(); }
  Date date(std::size_t period) const { return dates_[period]; }  // its first day
  TimeMs begin(std::size_t period) const { return begins_[period]; }
  TimeMs end(std::size_t period) const { return begins_[period + 1]; }
  // REQUIRES: first <= instant <= last
  std::size_t of(TimeMs instant) const;

 private:
  std::vector<Date> dates_;
  std::vector<TimeMs> begins_;  // one more than dates_
};

}  // namespace parcours
