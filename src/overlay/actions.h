// Which action first: what stands at stake at its friction's touchpoint, for the effort it takes.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// Best first; those without figures after the others, by due date (none last), then in the order of the map. Done and dropped
// actions come last of all. An action without an effort counts as 3 of 5.
std::vector<RankedAction> ranked_actions(const MeasuredMap& measured);

}  // namespace parcours
