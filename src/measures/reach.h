// Who comes to a place, and how far they get from there.
//
// What holds besides:
// - to_next_stage: of the closed journeys that visited the place, those that visited a later stage (in order of the file) after
//   their first visit to it. No share (n = 0) where no later stage has a rule.
// - to_goal: of the closed journeys that visited it, those that reached the goal. No share after the goal, or without one.
// - repeats: of the journeys that visited it, those with more than one unbroken run of visits to it.
// All shares are clustered by customer (ClusteredCount).
#pragma once

#include <vector>

#include "measures/journey_table.h"
#include "measures/places.h"
#include "questions/figure.h"

namespace parcours {

struct Reach {
  std::int64_t customers = 0, journeys = 0, visits = 0;
  Share journeys_share, to_next_stage, to_goal, repeats;
};

// One a place.
std::vector<Reach> reach_of(const JourneyTable& table, JourneyIds ids, const Places& places);

}  // namespace parcours
