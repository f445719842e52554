// How each journey ended: before the goal, and after it.
#pragma once

#include <vector>

#include "measures/journey_table.h"

namespace parcours {

enum class End { none, reached, lost, open };

struct Ending {
  // Before the goal. lost: closed without the goal. open: may still reach it. `at`: the touchpoint of the last visit then.
  End before = End::none;
  PlaceId at = 0;
  // After it, of journeys that reached it, on a map with stages after the goal. reached: came to the last of these stages. Else
  // "did not go on": lost once silent, open until then, at the last visit in the furthest stage reached; `visited_after` is false
  // and `at_after` without meaning when there was none.
  End after = End::none;
  bool visited_after = false;
  PlaceId at_after = 0;
};

// One a journey; both ends are none for a journey without visits.
std::vector<Ending> endings_of(const JourneyTable& table);

}  // namespace parcours
