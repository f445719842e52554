#include "check/rules/registry.h"

namespace parcours {
namespace {

void look(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (touchpoint.channel.empty())
        complaints.at(path_of(stage, touchpoint, "id"), touchpoint.id, msg("rule.touchpoint-without-channel.message", {{"id", touchpoint.id}}),
                      msg("rule.touchpoint-without-channel.hint"));
}

}  // namespace

const CheckRule kTouchpointWithoutChannel{"touchpoint-without-channel", GoodJourneyTest::precision, Severity::warning, look};

}  // namespace parcours
