#include "check/rules/registry.h"
#include "map/stage_dates.h"

namespace parcours {
namespace {

// A stage that cannot start before the one ahead of it, or that leads to the sale and starts after the day everything is for.
void dates_out_of_order(const Subject& subject, RuleFindings& complaints) {
  const JourneyMap& map = subject.map();
  const auto dates = stage_dates(map);
  const StageDates* ahead = nullptr;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!dates[i].from_earliest) continue;
    complaints.looked_at(1);
    const Date latest = dates[i].from_latest.value_or(*dates[i].from_earliest);
    const std::string path = "stages/" + map.stages[i].id + "/when";
    if (ahead && latest < *ahead->from_earliest)
      complaints.at(path, map.stages[i].id,
                    msg("rule.dates-out-of-order.message",
                        {{"id", map.stages[i].id}, {"date", latest}, {"ahead", ahead->stage}, {"ahead_date", *ahead->from_earliest}}),
                    msg("rule.dates-out-of-order.hint"));
    else if (map.target_date && map.stages[i].phase != Phase::after && *map.target_date < *dates[i].from_earliest)
      complaints.at(
          path, map.stages[i].id,
          msg("rule.dates-out-of-order.too_late", {{"id", map.stages[i].id}, {"date", *dates[i].from_earliest}, {"target", *map.target_date}}),
          msg("rule.dates-out-of-order.too_late_hint"));
    ahead = &dates[i];
  }
}

}  // namespace

const CheckRule kDatesOutOfOrder{"dates-out-of-order", GoodJourneyTest::precision, Severity::warning, dates_out_of_order};

}  // namespace parcours
