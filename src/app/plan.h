// The plan of a map in its workspace, with what the events say of its delays, and both as JSON. docs/formats/plan.md
#pragma once

#include "app/workspace.h"
#include "base/json.h"
#include "plan/delays.h"

namespace parcours {

struct PlanOptions {
  std::optional<Date> as_of;  // else today, by the clock and the workspace's zone
  std::optional<Date> start;  // the map as if it began on that day
  bool no_events = false;
};

struct PlannedMap {
  MeasuredMap measured;  // with `start` applied; figures only when there are events
  Plan plan;
  std::vector<StageDelay> delays;
};

// Misuse: nothing of the map can begin on `start`, as all of it is counted back from the target date.
Result<PlannedMap> plan_map(Workspace& workspace, const MapFile& map, const PlanOptions& options);

Json plan_json(const PlannedMap& planned, const Zone& zone, Lang lang);

}  // namespace parcours
