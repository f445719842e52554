#include "overlay/delays.h"

#include <algorithm>
#include <cmath>

#include "map/stage_dates.h"

namespace parcours {
namespace {

bool begins_later(const std::optional<Date>& start, TimeMs as_of) { return start && as_of != kNoTime && day_number(*start) * kDay > as_of; }

// What is measured runs from a stage to whatever is visited next: it speaks of the next stage on the map only.
bool comes_right_before(const JourneyMap& map, std::string_view first, std::string_view second) {
  const auto& stages = map.stages;
  return std::adjacent_find(stages.begin(), stages.end(), [&](const Stage& a, const Stage& b) { return a.id == first && b.id == second; }) !=
         stages.end();
}

}  // namespace

Verdict delay_verdict(const Estimate& median_s, std::int64_t days_min, std::int64_t days_max) {
  if (median_s.n < kWeakBelow || std::isnan(median_s.low) || std::isnan(median_s.high)) return Verdict::unknown;
  const double least = static_cast<double>(days_min - 1) * kDaySeconds, most = static_cast<double>(days_max + 1) * kDaySeconds;
  if (median_s.high <= least || median_s.low >= most) return Verdict::contradicted;
  return median_s.value > least && median_s.value < most ? Verdict::confirmed : Verdict::unknown;
}

void judge(const MeasuredMap& measured, const std::optional<Date>& begins, DelayVerdict& delay) {
  const auto* ahead = comes_right_before(measured.map, delay.after, delay.stage) ? measured.stage(delay.after) : nullptr;
  if (ahead) delay.measured = ahead->to_next.median;
  delay.to_come = measured.figures && begins_later(begins, measured.figures->basis.as_of);
  if (delay.measured && !delay.to_come && !measured.of_today() && !measured.of_some_channels())
    delay.verdict = delay_verdict(*delay.measured, delay.days_min, delay.days_max);
}

std::vector<DelayVerdict> delay_verdicts(const MeasuredMap& measured) {
  std::vector<DelayVerdict> verdicts;
  const auto& stages = measured.map.stages;
  const auto dates = stage_dates(measured.map);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const When& when = stages[i].when;
    if (when.after.empty()) continue;
    DelayVerdict delay{stages[i].id, when.after, when.days_min.value_or(0), when.days_max.value_or(when.days_min.value_or(0)), {}, {}, false};
    judge(measured, dates[i].from_earliest, delay);
    verdicts.push_back(std::move(delay));
  }
  return verdicts;
}

}  // namespace parcours
