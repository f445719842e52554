#include <algorithm>
#include <map>

#include "overlay/measured_map.h"

namespace parcours {
namespace {

std::int64_t whole_days(TimeMs span) { return (span + kDay - 1) / kDay; }

// The last day of something that starts on `start` and lasts `span`: 48 h from the 10th end on the 11th.
Date last_day(Date start, TimeMs span) { return plus_days(start, std::max<std::int64_t>(whole_days(span), 1) - 1); }

void settle_end(const When& when, StageDates& dates) {
  if (when.end) dates.until = when.end;
  else if (when.lasts && dates.from_earliest) dates.until = last_day(dates.from_latest.value_or(*dates.from_earliest), *when.lasts);
}

StageDates own_dates(const JourneyMap& map, const Stage& stage) {
  StageDates dates{stage.id, {}, {}, {}};
  if (stage.when.start) dates.from_earliest = dates.from_latest = stage.when.start;
  else if (stage.when.before_target && map.target_date)
    dates.from_earliest = dates.from_latest = plus_days(*map.target_date, -whole_days(*stage.when.before_target));
  settle_end(stage.when, dates);
  return dates;
}

// True when it could be settled from the stage it comes after: so many days after that one starts.
bool settle_after(const Stage& stage, const StageDates& previous, StageDates& dates) {
  if (!previous.from_earliest) return false;
  const int days_min = stage.when.days_min.value_or(0), days_max = stage.when.days_max.value_or(days_min);
  dates.from_earliest = plus_days(*previous.from_earliest, days_min);
  dates.from_latest = plus_days(previous.from_latest.value_or(*previous.from_earliest), days_max);
  settle_end(stage.when, dates);
  return true;
}

}  // namespace

std::vector<StageDates> stage_dates(const JourneyMap& map) {
  std::map<std::string, StageDates> settled;
  for (const auto& stage : map.stages) settled[stage.id] = own_dates(map, stage);
  // Each round settles at least one stage or is the last: chains of any order end, circles stay unsettled.
  for (bool moved = true; moved;) {
    moved = false;
    for (const auto& stage : map.stages) {
      StageDates& dates = settled[stage.id];
      const auto previous = settled.find(stage.when.after);
      if (dates.from_earliest || stage.when.after.empty() || previous == settled.end()) continue;
      moved = settle_after(stage, previous->second, dates) || moved;
    }
  }
  std::vector<StageDates> in_order;
  for (std::size_t i = 0; i < map.stages.size(); ++i) {
    StageDates dates = settled[map.stages[i].id];
    // Without an end of its own a stage lasts until the day before the next one starts.
    if (!dates.until && dates.from_earliest && i + 1 < map.stages.size()) {
      const auto& next = settled[map.stages[i + 1].id].from_earliest;
      if (next && *dates.from_earliest < *next) dates.until = plus_days(*next, -1);
    }
    in_order.push_back(std::move(dates));
  }
  return in_order;
}

}  // namespace parcours
