#include "measures/endings.h"

namespace parcours {
namespace {

// The last stage after the goal; -1: the map has none.
int last_after_stage(const MapShape& shape) {
  for (auto stage = static_cast<int>(shape.stages()) - 1; stage >= 0; --stage)
    if (shape.stage_after[static_cast<std::size_t>(stage)]) return stage;
  return -1;
}

void end_after_goal(const JourneyTable& table, const Journey& journey, int last_stage, Ending& ending) {
  int furthest = -1;
  for (auto visit = journey.middle; visit < journey.last; ++visit) {
    const PlaceId touchpoint = table.touchpoint[visit];
    const int stage = table.shape.stage_of[touchpoint];
    if (stage < furthest) continue;
    furthest = stage;
    ending.visited_after = true;
    ending.at_after = touchpoint;
  }
  ending.after = furthest == last_stage ? End::reached : journey.silent ? End::lost : End::open;
}

}  // namespace

std::vector<Ending> endings_of(const JourneyTable& table) {
  const int last_stage = last_after_stage(table.shape);
  std::vector<Ending> endings(table.journeys.size());
  for (std::size_t id = 0; id < endings.size(); ++id) {
    const Journey& journey = table.journeys[id];
    if (!journey.seen()) continue;
    Ending& ending = endings[id];
    if (journey.reached_goal) {
      ending.before = End::reached;
      if (last_stage >= 0) end_after_goal(table, journey, last_stage, ending);
    } else {
      ending.before = journey.silent ? End::lost : End::open;
      ending.at = table.touchpoint[journey.last - 1];
    }
  }
  return endings;
}

}  // namespace parcours
