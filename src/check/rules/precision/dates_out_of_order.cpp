#include <algorithm>

#include "check/rules/registry.h"
#include "map/stage_dates.h"

namespace parcours {
namespace {

Message conflict_words(const JourneyMap& map, const DateConflict& conflict) {
  const std::string& id = map.stages[conflict.stage].id;
  if (conflict.kind == DateConflict::Kind::past_target)
    return msg("rule.dates-out-of-order.too_late", {{"id", id}, {"date", conflict.day}, {"target", conflict.limit}});
  return msg("rule.dates-out-of-order.message",
             {{"id", id}, {"date", conflict.day}, {"ahead", map.stages[conflict.ahead].id}, {"ahead_date", conflict.limit}});
}

// A stage that cannot start before the one ahead of it, or that leads to the sale and may last beyond the day everything is for.
void dates_out_of_order(const Subject& subject, RuleFindings& complaints) {
  const JourneyMap& map = subject.map();
  const auto dates = stage_dates(map);
  complaints.looked_at(static_cast<std::size_t>(std::count_if(dates.begin(), dates.end(), [](const StageDates& one) { return one.dated(); })));
  for (const DateConflict& conflict : date_conflicts(map, dates))
    complaints.at(
        "stages/" + map.stages[conflict.stage].id + "/when", map.stages[conflict.stage].id, conflict_words(map, conflict),
        conflict.kind == DateConflict::Kind::past_target ? msg("rule.dates-out-of-order.too_late_hint") : msg("rule.dates-out-of-order.hint"));
}

}  // namespace

const CheckRule kDatesOutOfOrder{"dates-out-of-order", GoodJourneyTest::precision, Severity::warning, dates_out_of_order};

}  // namespace parcours
