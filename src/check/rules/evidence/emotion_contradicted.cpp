#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr double kFarApart = 1;  // on the scale from -2 to +2

const EmotionPoint* measured_at(const MeasuredMap& measured, const std::string& touchpoint) {
  for (const auto& point : measured.emotions)
    if (point.touchpoint == touchpoint && point.truth == Truth::measured && point.persona.empty() && point.n >= kWeakBelow) return &point;
  return nullptr;
}

// The author's emotion for everyone, when the whole measured interval lies more than one away from it.
void emotion_contradicted(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    const auto* point = measured_at(subject.measured, touchpoint.id);
    if (!point || touchpoint.emotions.size() != 1 || !touchpoint.emotions[0].persona.empty()) return;
    complaints.looked_at(1);
    const double stated = touchpoint.emotions[0].value;
    if (*point->low <= stated + kFarApart && *point->high >= stated - kFarApart) return;
    complaints.at(
        path_of(stage, touchpoint, "emotion"), touchpoint.id,
        msg("rule.emotion-contradicted.message",
            {{"id", touchpoint.id}, {"stated", stated}, {"measured", point->value}, {"low", *point->low}, {"high", *point->high}, {"n", point->n}}),
        msg("rule.emotion-contradicted.hint"));
  });
}

}  // namespace

const CheckRule kEmotionContradicted{"emotion-contradicted", GoodJourneyTest::evidence, Severity::warning, emotion_contradicted};

}  // namespace parcours
