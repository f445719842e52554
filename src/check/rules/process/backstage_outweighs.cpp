#include "check/rules/registry.h"

namespace parcours {
namespace {

// What is said of the customer (does, wants, asks, says) against what is said of the house (team, system, text).
void backstage_outweighs(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages) {
    std::int64_t customer = 0, backstage = 0;
    for (const auto& touchpoint : stage.touchpoints) {
      customer += static_cast<std::int64_t>(touchpoint.does.size() + touchpoint.wants.size() + touchpoint.asks.size() + touchpoint.says.size());
      const Backstage& house = touchpoint.backstage;
      backstage += !house.team.empty() + !house.system.empty() + !house.text.empty();
    }
    complaints.looked_at(1);
    if (backstage <= customer) continue;
    complaints.at("stages/" + stage.id + "/id", stage.id,
                  msg("rule.backstage-outweighs.message", {{"id", stage.id}, {"backstage", backstage}, {"customer", customer}}),
                  msg("rule.backstage-outweighs.hint"));
  }
}

}  // namespace

const CheckRule kBackstageOutweighs{"backstage-outweighs", GoodJourneyTest::process, Severity::warning, backstage_outweighs};

}  // namespace parcours
