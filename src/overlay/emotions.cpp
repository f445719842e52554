#include "overlay/emotions.h"

namespace parcours {
namespace {

EmotionPoint stated(const std::string& touchpoint, const Emotion& emotion) {
  EmotionPoint point{touchpoint, emotion.persona, emotion.evidence.reported() ? Truth::reported : Truth::assumed, emotion.value, {}, {}, 0};
  point.n = emotion.evidence.n.value_or(0);
  return point;
}

// A touchpoint without an emotion of its own takes its stage's, at the stage's first touchpoint only.
const std::vector<Emotion>& emotions_at(const Stage& stage, const Touchpoint& touchpoint) {
  const bool is_first = &touchpoint == &stage.touchpoints.front();
  return touchpoint.emotions.empty() && is_first ? stage.emotions : touchpoint.emotions;
}

}  // namespace

std::vector<EmotionPoint> emotion_points(const MeasuredMap& measured) {
  std::vector<EmotionPoint> points;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      for (const auto& emotion : emotions_at(stage, touchpoint)) points.push_back(stated(touchpoint.id, emotion));
      const auto* figures = measured.touchpoint(touchpoint.id);
      if (!figures || !figures->score || !figures->score->emotion) continue;
      const Estimate& mean = *figures->score->emotion;
      points.push_back({touchpoint.id, "", Truth::measured, mean.value, mean.low, mean.high, mean.n});
    }
  }
  return points;
}

}  // namespace parcours
