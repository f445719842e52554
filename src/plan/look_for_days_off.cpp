#include "base/dates.h"
#include "plan/days_off.h"
#include "plan/look.h"

namespace parcours {

void look_for_days_off(PlanLook& look) {
  if (look.plan.starts_today) return;  // no day that somebody chose
  for (std::size_t i = 0; i < look.plan.stages.size(); ++i) {
    const StageDates& dates = look.plan.stages[i].dates;
    if (!dates.dated() || dates.from_earliest != dates.from_latest) continue;
    const Date day = *dates.from_earliest;
    std::vector<std::pair<std::string, Arg>> args = {{"stage", look.stage(i).name}, {"day", day_arg(day)}};
    if (auto holiday = public_holiday(day, look.settings.zone)) {
      args.emplace_back("holiday", nested(std::move(*holiday)));
      look.find(Severity::note, "plan-day-off", look.stage(i), "when", msg("plan.holiday", std::move(args)));
    } else if (is_weekend(day)) {
      look.find(Severity::note, "plan-day-off", look.stage(i), "when",
                weekday(day) == 6 ? msg("plan.saturday", std::move(args)) : msg("plan.sunday", std::move(args)));
    }
  }
}

}  // namespace parcours
