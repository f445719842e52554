#include "plan/delays.h"

#include <cmath>

#include "base/number.h"
#include "overlay/delays.h"

namespace parcours {
namespace {

// The stage that this one follows: the one it is counted from, else the dated one before it. Nothing where the author planned no day.
const PlannedStage* before_it(const MeasuredMap& map, const Plan& plan, std::size_t i) {
  const When& when = map.map.stages[i].when;
  if (when.after.empty() && !when.start && !when.before_target) return nullptr;
  if (!when.after.empty()) {
    const PlannedStage* before = plan.stage(when.after);
    return before && before->dates.dated() ? before : nullptr;
  }
  while (i-- > 0)
    if (plan.stages[i].dates.dated()) return &plan.stages[i];
  return nullptr;
}

// The verdict on a stage that is counted from another one is the map's own; the others are held to the days between their dates.
DelayVerdict verdict_of(const MeasuredMap& map, const PlannedStage& before, const PlannedStage& stage) {
  for (const DelayVerdict& known : map.delays)
    if (known.stage == stage.dates.stage && known.after == before.dates.stage) return known;
  DelayVerdict delay{stage.dates.stage, before.dates.stage, 0, 0, {}, {}, false};
  delay.days_min = static_cast<int>(day_number(*stage.dates.from_earliest) - day_number(*before.dates.from_latest));
  delay.days_max = static_cast<int>(day_number(*stage.dates.from_latest) - day_number(*before.dates.from_earliest));
  judge(map, stage.dates.from_earliest, delay);
  return delay;
}

StageDelay in_days(const DelayVerdict& judged) {
  StageDelay delay{judged.after, judged.stage, judged.days_min, judged.days_max, {}, judged.verdict, false};
  if (const auto& median = judged.measured)
    delay.measured = Estimate{median->value / kDaySeconds, median->low / kDaySeconds, median->high / kDaySeconds, median->n};
  delay.sooner = delay.verdict == Verdict::contradicted && delay.measured->value < static_cast<double>(delay.days_min);
  return delay;
}

}  // namespace

std::string planned_days(const StageDelay& delay) {
  const std::string least = std::to_string(delay.days_min), most = std::to_string(delay.days_max);
  if (delay.days_min < 0) return "−" + std::to_string(-delay.days_min) + (least == most ? "" : "…" + most);
  return least == most ? least : least + "–" + most;
}

std::string measured_days(const StageDelay& delay, Lang lang) {
  if (!delay.measured) return {};
  const Estimate& days = *delay.measured;
  if (strength_of(days.n) == Strength::withheld) return "·";
  std::string range;
  if (!std::isnan(days.low) && !std::isnan(days.high)) range = " [" + show_number(days.low, lang) + "–" + show_number(days.high, lang) + "]";
  return show_number(days.value, lang) + range;
}

Message verdict_words(const StageDelay& delay) {
  switch (delay.verdict) {
    case Verdict::confirmed: return msg("plan.delay.confirmed");
    case Verdict::contradicted: return delay.sooner ? msg("plan.delay.sooner") : msg("plan.delay.later");
    case Verdict::unknown: break;
  }
  return msg("plan.delay.unknown");
}

std::vector<StageDelay> stage_delays(const MeasuredMap& map, const Plan& plan) {
  std::vector<StageDelay> delays;
  if (!map.figures) return delays;
  for (std::size_t i = 0; i < plan.stages.size(); ++i) {
    const PlannedStage* before = plan.stages[i].dates.dated() ? before_it(map, plan, i) : nullptr;
    if (!before) continue;
    StageDelay delay = in_days(verdict_of(map, *before, plan.stages[i]));
    if (delay.days_max >= 0) delays.push_back(std::move(delay));
  }
  return delays;
}

}  // namespace parcours
