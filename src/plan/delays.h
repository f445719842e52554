// What the events say of the plan's delays; apart from the plan, which needs no events.
#pragma once

#include "overlay/measured_map.h"
#include "plan/plan.h"

namespace parcours {

// Planned: the days from one stage's start to the start of the stage counted from it, or of the next one on the map. Measured: the
// time from the last visit in the first to the stage visited next (StageFigures::to_next), its median in days.
// Judged by delay_verdict.
struct StageDelay {
  std::string from, to;
  std::int64_t days_min = 0, days_max = 0;
  std::optional<Estimate> measured;
  Verdict verdict = Verdict::unknown;
  bool sooner = false;  // contradicted: customers go on before the plan expects them; else after
};

// Of the stages before the goal that have dates, in the order of the map. Empty without figures.
std::vector<StageDelay> stage_delays(const MeasuredMap& map, const Plan& plan);

}  // namespace parcours
