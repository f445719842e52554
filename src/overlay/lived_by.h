// The map as one persona goes through it.
#pragma once

#include <string_view>

#include "overlay/measured_map.h"

namespace parcours {

// The persona's own emotions, else everyone's; its words and frictions, and those of everyone; the actions but those against the frictions of others.
// The figures stay those of `all`. REQUIRES: a persona of the map
MeasuredMap as_lived_by(const MeasuredMap& all, std::string_view persona);

}  // namespace parcours
