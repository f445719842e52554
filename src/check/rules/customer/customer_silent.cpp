#include "check/rules/registry.h"

namespace parcours {
namespace {

// A touchpoint speaks for the customer when it says what he does, and what he wants, asks or says.
void customer_silent(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      if (touchpoint.out_of_sight) continue;
      complaints.looked_at(1);
      const bool acts = !touchpoint.does.empty();
      const bool speaks = !touchpoint.wants.empty() || !touchpoint.asks.empty() || !touchpoint.says.empty();
      if (acts && speaks) continue;
      const Message hint = acts     ? msg("rule.customer-silent.add_voice")
                           : speaks ? msg("rule.customer-silent.add_does")
                                    : msg("rule.customer-silent.add_both");
      complaints.at(path_of(stage, touchpoint, "id"), touchpoint.id, msg("rule.customer-silent.message", {{"id", touchpoint.id}}), hint);
    }
  }
}

}  // namespace

const CheckRule kCustomerSilent{"customer-silent", GoodJourneyTest::customer, Severity::warning, customer_silent};

}  // namespace parcours
