#include "check/rules/registry.h"

namespace parcours {
namespace {

void action_unowned(const Subject& subject, RuleFindings& complaints) {
  for (const auto& action : subject.map().actions) {
    if (is_over(action.status)) continue;
    complaints.looked_at(1);
    if (!action.owner.empty() && action.due) continue;
    const Message hint = action.owner.empty() && !action.due ? msg("rule.action-unowned.add_both")
                         : action.owner.empty()              ? msg("rule.action-unowned.add_owner")
                                                             : msg("rule.action-unowned.add_due");
    complaints.at("actions/" + action.id + "/id", action.id, msg("rule.action-unowned.message", {{"id", action.id}}), hint);
  }
}

}  // namespace

const CheckRule kActionUnowned{"action-unowned", GoodJourneyTest::action, Severity::warning, action_unowned};

}  // namespace parcours
