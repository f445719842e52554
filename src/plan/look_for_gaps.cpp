#include <algorithm>

#include "base/dates.h"
#include "plan/look.h"

namespace parcours {

void look_for_gaps(PlanLook& look) {
  std::vector<std::size_t> dated;
  for (std::size_t i = 0; i < look.plan.stages.size(); ++i)
    if (look.plan.stages[i].dates.dated()) dated.push_back(i);
  std::stable_sort(dated.begin(), dated.end(),
                   [&](std::size_t a, std::size_t b) { return *look.plan.stages[a].dates.from_earliest < *look.plan.stages[b].dates.from_earliest; });
  std::optional<Date> covered;  // the last day on which something may take place
  for (const std::size_t i : dated) {
    const StageDates& dates = look.plan.stages[i].dates;
    const std::int64_t empty = covered ? day_number(*dates.from_earliest) - day_number(*covered) - 1 : 0;
    if (empty > kGapDays)
      look.find(Severity::note, "plan-gap", look.stage(i), "when",
                msg("plan.gap", {{"stage", look.stage(i).name}, {"days", empty}, {"day", day_arg(*covered)}}));
    covered = std::max(covered.value_or(dates.last_possible()), dates.last_possible());
  }
}

}  // namespace parcours
