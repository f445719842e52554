// How the maps of a workspace hang together: which map opens which.
#pragma once

#include <string>
#include <vector>

#include "overlay/portfolio.h"

namespace parcours {

// A place of a map that opens another one.
struct Opening {
  std::string opens;              // id of a map
  std::string stage, touchpoint;  // where; no touchpoint: the stage itself
  std::size_t stage_index = 0;
};
std::vector<Opening> openings_of(const JourneyMap& map);

// A map in the tree. Each map stands in it once: below the first place that opens it, walking from the maps that none opens; where maps
// open each other in a circle, from the first of them by id.
struct MapNode {
  std::string id;
  const MapStanding* map = nullptr;           // nothing: there is no such map
  const UnreadableMap* unreadable = nullptr;  // or it cannot be read
  Opening from;                               // the place of the map above; of a root: empty
  std::vector<std::string> also_from;         // other maps that open it
  std::vector<MapNode> below;                 // in the order of the places that open them
};

std::vector<MapNode> map_forest(const Portfolio& portfolio);  // those with something below first, then the others; each by id

}  // namespace parcours
