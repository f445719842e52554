#include "check/rules/registry.h"

namespace parcours {
namespace {

// A note: a date that goes by breaks no build.
void action_overdue(const Subject& subject, RuleFindings& complaints) {
  for (const auto& action : subject.map().actions) {
    if (is_over(action.status) || !action.due) continue;
    complaints.looked_at(1);
    const std::int64_t days = day_number(subject.today) - day_number(*action.due);
    if (days <= 0) continue;
    complaints.at("actions/" + action.id + "/due", action.id,
                  msg("rule.action-overdue.message", {{"id", action.id}, {"date", *action.due}, {"days", days}}), msg("rule.action-overdue.hint"));
  }
}

}  // namespace

const CheckRule kActionOverdue{"action-overdue", GoodJourneyTest::action, Severity::note, action_overdue};

}  // namespace parcours
