// What the events say of the plan's delays; apart from the plan, which needs no events.
#pragma once

#include "overlay/measured_map.h"
#include "plan/plan.h"

namespace parcours {

// Planned: the days from one stage's start to the start of the stage counted from it, or of the next one on the map. Measured: the
// time from the last visit in the first to the stage visited next (StageFigures::to_next), its median in days. The verdict is the one that
// `check` gives (DelayVerdict): nothing is known while the plan is to come, nor of a stage that is not right before; none if surely earlier.
struct StageDelay {
  std::string from, to;
  std::int64_t days_min = 0, days_max = 0;
  std::optional<Estimate> measured;
  Verdict verdict = Verdict::unknown;
  bool sooner = false;  // contradicted: customers go on before the plan expects them; else after
};

// In words, the same in a table and on the calendar.
std::string planned_days(const StageDelay& delay);              // "3–5", "−1…3"
std::string measured_days(const StageDelay& delay, Lang lang);  // "1.2 [1.0–1.5]"; "" when nothing is measured, "·" when too few are
Message verdict_words(const StageDelay& delay);                 // "contradicted: sooner than planned"

// Of the stages that have dates, in the order of the map. Empty without figures.
std::vector<StageDelay> stage_delays(const MeasuredMap& map, const Plan& plan);

}  // namespace parcours
