#include "check/rules/registry.h"

namespace parcours {
namespace {

// A step of the buyer's own in a stage where no touchpoint of ours is in sight, and that names none itself.
void look(const Subject& subject, Complaints& complaints) {
  for (const auto& stage : subject.map().stages) {
    bool has_touchpoint = false;
    for (const auto& touchpoint : stage.touchpoints) has_touchpoint = has_touchpoint || !touchpoint.out_of_sight;
    for (std::size_t i = 0; i < stage.buyer.size(); ++i) {
      if (has_touchpoint || !stage.buyer[i].touchpoint.empty()) continue;
      complaints.at("stages/" + stage.id + "/buyer/" + std::to_string(i), stage.id, msg("rule.buyer-gap.message", {{"text", stage.buyer[i].text}}), msg("rule.buyer-gap.hint"));
    }
  }
}

}  // namespace

const CheckRule kBuyerGap{"buyer-gap", GoodJourneyTest::customer, Severity::note, look};

}  // namespace parcours
