#include "base/dates.h"
#include "plan/look.h"

namespace parcours {
namespace {

void look_at_work(PlanLook& look, const Stage& stage, const PlannedContent& content) {
  if (!content.work_from || *content.work_from >= look.plan.as_of) return;
  const bool too_late = !content.work_from_latest || *content.work_from_latest < look.plan.as_of;
  const std::string below = "contents/" + std::to_string(content.index) + "/lead_time";
  const Date day = too_late ? content.work_from_latest.value_or(*content.work_from) : *content.work_from_latest;
  std::vector<std::pair<std::string, Arg>> args = {
      {"content", stage.contents[content.index].text}, {"stage", stage.name}, {"days", *content.lead_days}, {"day", day_arg(day)}};
  if (too_late)
    look.find(Severity::warning, "plan-work-too-late", stage, below, msg("plan.work_too_late", std::move(args)), msg("plan.work_too_late.hint"));
  else look.find(Severity::note, "plan-work-tight", stage, below, msg("plan.work_tight", std::move(args)));
}

}  // namespace

void look_for_lateness(PlanLook& look) {
  for (std::size_t i = 0; i < look.plan.stages.size(); ++i) {
    const PlannedStage& planned = look.plan.stages[i];
    if (!planned.dates.dated()) continue;
    if (*planned.dates.from_latest < look.plan.as_of) {
      look.find(Severity::warning, "plan-too-late", look.stage(i), "when",
                msg("plan.too_late", {{"stage", look.stage(i).name}, {"day", day_arg(*planned.dates.from_latest)}}), msg("plan.too_late.hint"));
      continue;
    }
    for (const PlannedContent& content : planned.contents) look_at_work(look, look.stage(i), content);
  }
}

}  // namespace parcours
