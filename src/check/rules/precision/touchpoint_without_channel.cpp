#include "check/rules/registry.h"

namespace parcours {
namespace {

void touchpoint_without_channel(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    complaints.looked_at(1);
    if (!touchpoint.channel.empty()) return;
    complaints.at(path_of(stage, touchpoint, "id"), touchpoint.id, msg("rule.touchpoint-without-channel.message", {{"id", touchpoint.id}}),
                  msg("rule.touchpoint-without-channel.hint"));
  });
}

}  // namespace

const CheckRule kTouchpointWithoutChannel{"touchpoint-without-channel", GoodJourneyTest::precision, Severity::warning, touchpoint_without_channel};

}  // namespace parcours
