#include "map/stage_dates.h"

#include <algorithm>
#include <map>
#include <set>

namespace parcours {
namespace {

std::optional<Date> moved(const std::optional<Date>& date, std::int64_t days) { return date ? parcours::moved(*date, days) : std::nullopt; }

class Settler {
 public:
  explicit Settler(const JourneyMap& map) : map_(map), dates_(map.stages.size()), visited_(map.stages.size(), false) {
    for (std::size_t i = 0; i < map.stages.size(); ++i) {
      dates_[i].stage = map.stages[i].id;
      at_.try_emplace(map.stages[i].id, i);
    }
  }

  std::vector<StageDates> all() {
    for (std::size_t i = 0; i < dates_.size(); ++i) settle_chain(i);
    for (std::size_t i = 0; i + 1 < dates_.size(); ++i) end_before_next(dates_[i], dates_[i + 1]);
    return std::move(dates_);
  }

 private:
  // The stages that this one is counted from, back to one that is settled or has no other before it; a circle ends where it closes.
  void settle_chain(std::size_t stage) {
    std::vector<std::size_t> chain;
    while (!visited_[stage]) {
      visited_[stage] = true;
      chain.push_back(stage);
      const auto before = at_.find(map_.stages[stage].when.after);
      if (before == at_.end()) break;
      stage = before->second;
    }
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) settle(map_.stages[*at].when, dates_[*at]);
  }

  void settle(const When& when, StageDates& dates) {
    if (when.start) dates.from_earliest = dates.from_latest = when.start;
    else if (when.before_target && map_.target_date)
      dates.from_earliest = dates.from_latest = parcours::moved(*map_.target_date, -whole_days(*when.before_target));
    else if (const auto before = at_.find(when.after); before != at_.end()) settle_after(when, dates_[before->second], dates);
    if (!dates.from_earliest) return;
    if (when.end) dates.until_earliest = dates.until_latest = when.end;
    else if (when.lasts) {
      const std::int64_t more = std::max<std::int64_t>(whole_days(*when.lasts), 1) - 1;  // 48 h from the 10th end on the 11th
      dates.until_earliest = moved(dates.from_earliest, more), dates.until_latest = moved(dates.from_latest, more);
    }
  }

  // So many days after the other one starts.
  static void settle_after(const When& when, const StageDates& before, StageDates& dates) {
    const int least = when.days_min.value_or(0), most = when.days_max.value_or(least);
    dates.from_earliest = moved(before.from_earliest, least), dates.from_latest = moved(before.from_latest, most);
    if (!dates.from_latest) dates.from_earliest.reset();
  }

  static void end_before_next(StageDates& dates, const StageDates& next) {
    if (!dates.dated() || dates.until_latest || !next.dated() || *next.from_earliest <= *dates.from_earliest) return;
    dates.until_earliest = moved(next.from_earliest, -1);
    dates.until_latest = std::max(*moved(next.from_latest, -1), *dates.from_latest);
    dates.end_is_next_start = true;
  }

  const JourneyMap& map_;
  std::map<std::string, std::size_t> at_;
  std::vector<StageDates> dates_;
  std::vector<bool> visited_;
};

void start(When& when, Date day) {
  if (when.start && when.end) when.end = moved(when.end, day_number(day) - day_number(*when.start));
  when.start = day;
}

bool is_undated(const When& when) { return !when.start && when.after.empty() && !when.before_target; }

}  // namespace

std::int64_t whole_days(TimeMs span) { return (span + kDay - 1) / kDay; }

std::optional<Date> moved(Date date, std::int64_t days) {
  static const std::int64_t first = day_number({1, 1, 1}), last = day_number({9999, 12, 31});
  const std::int64_t day = day_number(date) + days;
  return day >= first && day <= last ? std::optional(date_of(day)) : std::nullopt;
}

std::vector<StageDates> stage_dates(const JourneyMap& map) { return Settler(map).all(); }

std::vector<DateConflict> date_conflicts(const JourneyMap& map, const std::vector<StageDates>& dates) {
  std::vector<DateConflict> conflicts;
  std::optional<std::size_t> ahead;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!dates[i].dated()) continue;
    if (ahead && *dates[i].from_latest < *dates[*ahead].from_earliest)
      conflicts.push_back({DateConflict::Kind::before_ahead, i, *ahead, *dates[i].from_latest, *dates[*ahead].from_earliest});
    // That it lasts until the next one starts is not what the author wrote.
    const Date last = dates[i].end_is_next_start ? *dates[i].from_latest : dates[i].last_possible();
    if (map.target_date && map.stages[i].phase != Phase::after && *map.target_date < last)
      conflicts.push_back({DateConflict::Kind::past_target, i, i, last, *map.target_date});
    ahead = i;
  }
  return conflicts;
}

std::optional<JourneyMap> started_on(JourneyMap map, Date day) {
  for (Stage& stage : map.stages)
    if (stage.when.start) return start(stage.when, day), map;
  std::set<std::string> counted_from;
  for (const Stage& stage : map.stages) counted_from.insert(stage.when.after);
  for (Stage& stage : map.stages)
    if (is_undated(stage.when) && counted_from.contains(stage.id)) return start(stage.when, day), map;
  if (map.stages.empty() || !is_undated(map.stages.front().when)) return std::nullopt;
  start(map.stages.front().when, day);
  return map;
}

}  // namespace parcours
