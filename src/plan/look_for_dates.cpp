#include "base/dates.h"
#include "overlay/measured_map.h"
#include "plan/look.h"

namespace parcours {

void PlanLook::find(Severity severity, std::string code, const Stage& stage, const std::string& below, Message message, std::optional<Message> hint) {
  const Place place = source.place_of_key("stages/" + stage.id + "/" + below);
  findings.push_back({{severity, std::move(code), std::move(message), std::move(hint), place}, stage.id});
}

namespace {

void look_for_missing(PlanLook& look, const Stage& stage) {
  if (stage.when.empty() || (stage.when.after.empty() && !stage.when.before_target)) {
    look.find(Severity::note, "plan-undated", stage, "when", msg("plan.undated", {{"stage", stage.name}}), msg("plan.undated.hint"));
    return;
  }
  const PlannedStage* before = look.plan.stage(stage.when.after);
  if (before && !before->dates.dated()) {
    const Stage* anchor = look.map.stage(stage.when.after);
    look.find(Severity::warning, "plan-no-anchor", stage, "when/after", msg("plan.no_anchor", {{"stage", stage.name}, {"before", anchor->name}}),
              msg("plan.no_anchor.hint", {{"id", anchor->id}}));
    return;
  }
  look.find(Severity::warning, "plan-out-of-calendar", stage, "when", msg("plan.out_of_calendar", {{"stage", stage.name}}));
}

void look_for_two_ends(PlanLook& look, const Stage& stage) {
  if (!stage.when.end || !stage.when.lasts || !stage.when.start) return;
  const std::int64_t days = day_number(*stage.when.end) - day_number(*stage.when.start) + 1;
  if (days != whole_days(*stage.when.lasts))
    look.find(Severity::warning, "plan-two-ends", stage, "when/lasts",
              msg("plan.two_ends", {{"stage", stage.name}, {"days", days}, {"lasts", whole_days(*stage.when.lasts)}}), msg("plan.two_ends.hint"));
}

void look_for_conflicts(PlanLook& look) {
  std::vector<StageDates> dates;
  for (const PlannedStage& stage : look.plan.stages) dates.push_back(stage.dates);
  for (const DateConflict& conflict : date_conflicts(look.map, dates)) {
    const Stage& stage = look.stage(conflict.stage);
    if (conflict.kind == DateConflict::Kind::past_target)
      look.find(Severity::warning, "plan-past-target", stage, "when",
                msg("plan.past_target", {{"stage", stage.name}, {"day", day_arg(conflict.day)}, {"target", day_arg(conflict.limit)}}));
    else
      look.find(Severity::warning, "plan-out-of-order", stage, "when",
                msg("plan.out_of_order", {{"stage", stage.name},
                                          {"day", day_arg(conflict.day)},
                                          {"before", look.stage(conflict.ahead).name},
                                          {"first", day_arg(conflict.limit)}}),
                msg("plan.out_of_order.hint"));
  }
}

// The window of the figures against the longest way through the plan, from its first day to the last one of the goal's stage.
void look_for_window(PlanLook& look) {
  const Stage* goal = look.map.stage_of(look.map.goal);
  const auto window = window_of(look.map);
  const PlannedStage* last = goal ? look.plan.stage(goal->id) : nullptr;
  if (!last || !last->dates.dated() || !window) return;
  std::optional<Date> first;
  for (const PlannedStage& stage : look.plan.stages)
    if (stage.dates.dated() && (!first || *stage.dates.from_earliest < *first)) first = stage.dates.from_earliest;
  const std::int64_t days = day_number(last->dates.last_possible()) - day_number(*first) + 1;
  if (days > whole_days(*window))
    look.find(Severity::note, "plan-beyond-window", *goal, "when", msg("plan.beyond_window", {{"days", days}, {"window", whole_days(*window)}}),
              msg("plan.beyond_window.hint", {{"days", days}}));
}

}  // namespace

void look_for_dates(PlanLook& look) {
  for (std::size_t i = 0; i < look.plan.stages.size(); ++i) {
    const StageDates& dates = look.plan.stages[i].dates;
    if (dates.dated()) look_for_two_ends(look, look.stage(i));
    else look_for_missing(look, look.stage(i));
  }
  look_for_conflicts(look);
  look_for_window(look);
}

}  // namespace parcours
