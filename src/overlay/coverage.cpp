#include "overlay/coverage.h"

#include <algorithm>

namespace parcours {
namespace {

void count(Coverage& coverage, Truth truth) {
  switch (truth) {
    case Truth::measured: ++coverage.measured; break;
    case Truth::reported: ++coverage.reported; break;
    case Truth::assumed: ++coverage.assumed; break;
  }
}

// What is known of a touchpoint's customers: events claimed by its rule, else a figure typed in, else nothing but the author's word.
Truth truth_of_customers(const MeasuredMap& measured, const Touchpoint& touchpoint) {
  const auto* figures = measured.touchpoint(touchpoint.id);
  if (figures && figures->visits > 0 && !measured.of_today()) return Truth::measured;
  const bool is_reported = std::any_of(touchpoint.figures.begin(), touchpoint.figures.end(), [](const auto& f) { return f.evidence.reported(); });
  return is_reported ? Truth::reported : Truth::assumed;
}

std::optional<Truth> truth_of_emotion(const MeasuredMap& measured, const std::string& touchpoint) {
  std::optional<Truth> best;
  for (const auto& point : measured.emotions)
    if (point.touchpoint == touchpoint && (!best || point.truth < *best) && !(measured.of_today() && point.truth == Truth::measured))
      best = point.truth;
  return best;
}

}  // namespace

Coverage coverage_of(const MeasuredMap& measured) {
  Coverage coverage;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      if (touchpoint.out_of_sight) ++coverage.out_of_sight;
      else count(coverage, truth_of_customers(measured, touchpoint));
      if (const auto truth = truth_of_emotion(measured, touchpoint.id)) count(coverage, *truth);
    }
  }
  for (const auto& friction : measured.frictions) count(coverage, friction.truth);
  return coverage;
}

}  // namespace parcours
