#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

void friction_without_action(const Subject& subject, RuleFindings& complaints) {
  const auto& actions = subject.map().actions;
  for (const auto& stage : subject.map().stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      for (const auto& friction : touchpoint.frictions) {
        complaints.looked_at(1);
        const bool has_action = std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
          return action.for_friction == friction.id && action.status != ActionStatus::dropped;
        });
        if (has_action) continue;
        complaints.at(path_of(stage, touchpoint, "friction/" + friction.id + "/id"), friction.id,
                      msg("rule.friction-without-action.message", {{"id", friction.id}}),
                      msg("rule.friction-without-action.hint", {{"id", friction.id}}));
      }
    }
  }
}

}  // namespace

const CheckRule kFrictionWithoutAction{"friction-without-action", GoodJourneyTest::action, Severity::warning, friction_without_action};

}  // namespace parcours
