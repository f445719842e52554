// tests/check/rules/<code>.case: a bad map and what the rule says of it, and a good one of which it says nothing. In parts headed `--- NAME`:
//   bad     the map                          figures  (if the rule needs events) for the bad map, one fact a line:
//   good    the map                                     visited TOUCHPOINT JOURNEYS LOST · unclaimed EVENT COUNT · overlap FIRST SECOND COUNT
//                                                         reached TOUCHPOINT JOURNEYS · score TOUCHPOINT EMOTION LOW HIGH N ·
//                                                         closed JOURNEYS · identities ALL JOINED · last DATE (any line makes there be events)
//   says    what a person reads of the bad map          good figures: the same for the good map
//   persona, beside (if the rule needs them)            the map's persona, another map of the workspace; and good persona, good beside
#pragma once

#include <map>
#include <string>

#include "map/map_file.h"
#include "overlay/measured_map.h"

namespace parcours::test {

using CaseParts = std::map<std::string, std::string>;

CaseParts read_case(const std::string& path);

// The facts as an answer; nothing when there are none.
std::optional<MeasureAnswer> figures_of(const std::string& facts, const JourneyMap& map);

}  // namespace parcours::test
