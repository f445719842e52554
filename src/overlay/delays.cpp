#include "overlay/delays.h"

#include <cmath>

namespace parcours {
namespace {

constexpr double kDaySeconds = 86'400;

bool begins_later(const std::optional<Date>& start, TimeMs as_of) { return start && as_of != kNoTime && day_number(*start) * kDay > as_of; }

Verdict verdict_of(const DelayVerdict& delay) {
  if (delay.to_come || !delay.measured || delay.measured->n < kWeakBelow) return Verdict::unknown;
  const Estimate& median = *delay.measured;
  if (std::isnan(median.low) || std::isnan(median.high)) return Verdict::unknown;
  const double least = (delay.days_min - 1) * kDaySeconds, most = (delay.days_max + 1) * kDaySeconds;
  if (median.high <= least || median.low >= most) return Verdict::contradicted;
  return median.value > least && median.value < most ? Verdict::confirmed : Verdict::unknown;
}

}  // namespace

std::vector<DelayVerdict> delay_verdicts(const MeasuredMap& measured) {
  std::vector<DelayVerdict> verdicts;
  const auto& stages = measured.map.stages;
  const auto dates = stage_dates(measured.map);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const When& when = stages[i].when;
    if (when.after.empty()) continue;
    DelayVerdict delay{stages[i].id, when.after, when.days_min.value_or(0), when.days_max.value_or(when.days_min.value_or(0)), {}, {}, false};
    const auto* ahead = i > 0 && stages[i - 1].id == when.after ? measured.stage(when.after) : nullptr;
    if (ahead) delay.measured = ahead->to_next.median;
    delay.to_come = measured.figures && begins_later(dates[i].from_earliest, measured.figures->basis.as_of);
    delay.verdict = verdict_of(delay);
    verdicts.push_back(std::move(delay));
  }
  return verdicts;
}

}  // namespace parcours
