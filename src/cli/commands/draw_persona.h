// A map as one persona goes through it: `draw MAP --persona ID`.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "overlay/measured_map.h"

namespace parcours {

// Misuse: the map has no such persona.
Result<MeasuredMap> lived_by_persona(const MeasuredMap& map, const std::string& persona);

// Which was probably meant, else which there are.
Failure no_such_persona(const std::string& persona, const std::vector<std::string>& known);

}  // namespace parcours
