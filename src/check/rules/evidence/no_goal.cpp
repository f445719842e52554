#include "check/rules/registry.h"

namespace parcours {
namespace {

void no_goal(const Subject& subject, RuleFindings& complaints) {
  complaints.looked_at(1);
  if (subject.map().goal.empty()) complaints.at("", "", msg("rule.no-goal.message"), msg("rule.no-goal.hint"));
}

}  // namespace

const CheckRule kNoGoal{"no-goal", GoodJourneyTest::evidence, Severity::warning, no_goal};

}  // namespace parcours
