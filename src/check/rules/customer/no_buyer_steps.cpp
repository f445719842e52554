#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

void no_buyer_steps(const Subject& subject, RuleFindings& complaints) {
  const auto& stages = subject.map().stages;
  complaints.looked_at(1);
  if (std::any_of(stages.begin(), stages.end(), [](const Stage& stage) { return !stage.buyer.empty(); })) return;
  complaints.at("title", "", msg("rule.no-buyer-steps.message"), msg("rule.no-buyer-steps.hint"));
}

}  // namespace

const CheckRule kNoBuyerSteps{"no-buyer-steps", GoodJourneyTest::customer, Severity::note, no_buyer_steps};

}  // namespace parcours
