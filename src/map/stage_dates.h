// When each stage takes place: forwards from starts, backwards from the target date, a range where the author gave one.
// Civil days throughout: no clock, no zone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "map/journey_map.h"

namespace parcours {

// First and last days, both included. Absent where nothing settles them: no anchor, a circle, a day outside the years 1 to 9999.
// Without an end of its own a stage lasts until the day before the next one starts, if that comes later.
struct StageDates {
  std::string stage;
  std::optional<Date> from_earliest, from_latest;
  std::optional<Date> until_earliest, until_latest;
  bool end_is_next_start = false;

  bool dated() const { return from_earliest.has_value(); }
  Date last_possible() const { return until_latest.value_or(*from_latest); }      // REQUIRES: dated()
  Date last_at_least() const { return until_earliest.value_or(*from_earliest); }  // REQUIRES: dated()
};

// In the order of the map.
std::vector<StageDates> stage_dates(const JourneyMap& map);

// What does not fit in the dates of stages; `check` and `plan` tell the same.
struct DateConflict {
  enum class Kind {
    before_ahead,  // even its latest start comes before the earliest one of the dated stage ahead of it on the map
    past_target,   // it comes before or during the purchase, and may last beyond the target date
  };
  Kind kind = Kind::before_ahead;
  std::size_t stage = 0, ahead = 0;  // indices; `ahead` of before_ahead
  // The latest start and the earliest one of the stage ahead; or the last possible day, by the author's own dates, and the target date.
  Date day, limit;
};

// In the order of the map. REQUIRES: `dates` are of the map's stages.
std::vector<DateConflict> date_conflicts(const JourneyMap& map, const std::vector<StageDates>& dates);

// The map as if it began on that day: its first `start`, else the first undated stage that others are counted from, else its first stage takes it,
// `end` moving along; other undated stages stay so. Nothing when all of it is counted back from the target date.
std::optional<JourneyMap> started_on(JourneyMap map, Date day);

std::int64_t whole_days(TimeMs span);  // 36 h are two days
std::optional<Date> moved(Date date, std::int64_t days);

}  // namespace parcours
