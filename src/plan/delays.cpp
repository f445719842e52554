#include "plan/delays.h"

#include "overlay/delays.h"

namespace parcours {
namespace {

constexpr double kSecondsADay = 86'400;

// The stage that this one follows: the one it is counted from, else the dated one before it.
const PlannedStage* before_it(const MeasuredMap& map, const Plan& plan, std::size_t i) {
  const When& when = map.map.stages[i].when;
  if (!when.after.empty()) {
    const PlannedStage* before = plan.stage(when.after);
    return before && before->dates.dated() ? before : nullptr;
  }
  while (i-- > 0)
    if (plan.stages[i].dates.dated()) return &plan.stages[i];
  return nullptr;
}

void set_planned(const When& when, const StageDates& from, const StageDates& to, StageDelay& delay) {
  if (!when.after.empty()) {
    delay.days_min = when.days_min.value_or(0), delay.days_max = when.days_max.value_or(when.days_min.value_or(0));
    return;
  }
  delay.days_min = day_number(*to.from_earliest) - day_number(*from.from_latest);
  delay.days_max = day_number(*to.from_latest) - day_number(*from.from_earliest);
}

}  // namespace

std::vector<StageDelay> stage_delays(const MeasuredMap& map, const Plan& plan) {
  std::vector<StageDelay> delays;
  if (!map.figures) return delays;
  for (std::size_t i = 0; i < plan.stages.size(); ++i) {
    const PlannedStage* before = plan.stages[i].dates.dated() ? before_it(map, plan, i) : nullptr;
    if (!before) continue;
    StageDelay delay;
    delay.from = before->dates.stage, delay.to = plan.stages[i].dates.stage;
    set_planned(map.map.stages[i].when, before->dates, plan.stages[i].dates, delay);
    const StageFigures* figures = map.stage(delay.from);
    if (figures && figures->to_next.median) {
      const Estimate& median = *figures->to_next.median;
      delay.measured = Estimate{median.value / kSecondsADay, median.low / kSecondsADay, median.high / kSecondsADay, figures->to_next.n};
      delay.verdict = delay_verdict({median.value, median.low, median.high, figures->to_next.n}, delay.days_min, delay.days_max);
      delay.sooner = delay.verdict == Verdict::contradicted && delay.measured->value < static_cast<double>(delay.days_min);
    }
    delays.push_back(std::move(delay));
  }
  return delays;
}

}  // namespace parcours
