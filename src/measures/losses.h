// Where journeys are lost, what that costs, and the river of those who go on. docs/measures/lost.md.
//
// What holds besides:
// - Before the goal: lost at the touchpoint of the last visit. A map without a goal loses every closed journey where it ends.
// - After the goal ("did not go on"): a journey that did not come to the last stage after the goal is lost, once silent, at its last
//   visit in the furthest of these stages it reached; drop-off is of the journeys settled so (lost, or came to the last stage).
// - The river of a stage before the goal begins with all journeys that have a visit, each leaves it at the stage of its last visit,
//   and those that reached the goal flow out of the last one. The river after the goal begins with these; a journey that never came
//   to a stage after the goal leaves it at the first of them; out of the last one flow those that came to it.
#pragma once

#include <optional>
#include <vector>

#include "measures/endings.h"
#include "measures/journey_table.h"
#include "measures/places.h"
#include "questions/figure.h"

namespace parcours {

struct Loss {
  std::int64_t lost = 0, lost_customers = 0;
  Share drop_off;  // clustered by customer
};

// One a place.
std::vector<Loss> losses_of(const JourneyTable& table, const std::vector<Ending>& endings, JourneyIds ids, const Places& places);

// By touchpoint: the index of docs/measures/chance-lost.md over the moves of closed journeys, read up to the goal. Nothing at touchpoints after the
// goal, and nothing at all on a map without a goal; 0 where no closed journey came by.
std::vector<std::optional<double>> chance_lost(const JourneyTable& table, JourneyIds ids);

struct River {
  std::int64_t in = 0, lost = 0, open = 0, out = 0;
  Share goes_on;  // out of in, clustered by customer
};

// Where the journey was lost, before the goal or after it, if anywhere; -1: nowhere.
int lost_at(const Ending& ending);
// The same of journeys that are open.
int open_at(const Ending& ending);

// One a stage; in = lost + open + out.
std::vector<River> river_of(const JourneyTable& table, const std::vector<Ending>& endings, JourneyIds ids);

}  // namespace parcours
