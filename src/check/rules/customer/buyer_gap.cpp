#include "check/rules/registry.h"
#include "overlay/gaps.h"

namespace parcours {
namespace {

void buyer_gap(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages) {
    complaints.looked_at(stage.buyer.size());
    for (std::size_t i = 0; i < stage.buyer.size(); ++i) {
      if (!is_gap(stage, stage.buyer[i])) continue;
      complaints.at("stages/" + stage.id + "/buyer/" + std::to_string(i), stage.id, msg("rule.buyer-gap.message", {{"text", stage.buyer[i].text}}),
                    msg("rule.buyer-gap.hint"));
    }
  }
}

}  // namespace

const CheckRule kBuyerGap{"buyer-gap", GoodJourneyTest::customer, Severity::note, buyer_gap};

}  // namespace parcours
