#include "check/measure_words.h"
#include "check/rules/registry.h"
#include "overlay/expectations.h"

namespace parcours {
namespace {

// Who is at the goal has reached it: nobody is lost there, and a share of those who go on to it says nothing.
void expectation_at_goal(const Subject& subject, RuleFindings& complaints) {
  const JourneyMap& map = subject.map();
  const auto* stage = map.stage_of(map.goal);
  const auto* goal = map.touchpoint(map.goal);
  if (!goal) return;
  for (const auto& friction : goal->frictions)
    for (const auto& expected : friction.expect) {
      complaints.looked_at(1);
      if (!means_nothing_at_goal(expected.measure)) continue;
      complaints.at(
          path_of(*stage, *goal, "friction/" + friction.id + "/expect/" + expected.measure), friction.id,
          msg("rule.expectation-at-goal.message", {{"friction", friction.id}, {"measure", measure_words(expected.measure)}, {"id", goal->id}}),
          msg("rule.expectation-at-goal.hint"));
    }
}

}  // namespace

const CheckRule kExpectationAtGoal{"expectation-at-goal", GoodJourneyTest::evidence, Severity::warning, expectation_at_goal};

}  // namespace parcours
