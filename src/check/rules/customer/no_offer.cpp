#include "check/rules/registry.h"

namespace parcours {
namespace {

void no_offer(const Subject& subject, RuleFindings& complaints) {
  complaints.looked_at(1);
  if (subject.map().offer.empty()) complaints.at("title", "", msg("rule.no-offer.message"), msg("rule.no-offer.hint"));
}

}  // namespace

const CheckRule kNoOffer{"no-offer", GoodJourneyTest::customer, Severity::warning, no_offer};

}  // namespace parcours
