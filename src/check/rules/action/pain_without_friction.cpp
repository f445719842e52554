#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr double kUnhappy = -1;

void pain_without_friction(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    const auto unhappy =
        std::find_if(touchpoint.emotions.begin(), touchpoint.emotions.end(), [](const Emotion& emotion) { return emotion.value <= kUnhappy; });
    if (touchpoint.out_of_sight || unhappy == touchpoint.emotions.end()) return;
    complaints.looked_at(1);
    if (!touchpoint.frictions.empty()) return;
    complaints.at(path_of(stage, touchpoint, "emotion"), touchpoint.id,
                  msg("rule.pain-without-friction.message", {{"id", touchpoint.id}, {"value", unhappy->value}}),
                  msg("rule.pain-without-friction.hint"));
  });
}

}  // namespace

const CheckRule kPainWithoutFriction{"pain-without-friction", GoodJourneyTest::action, Severity::warning, pain_without_friction};

}  // namespace parcours
