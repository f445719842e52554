// A map as one persona goes through it: `draw MAP --persona ID`.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "overlay/measured_map.h"

namespace parcours {

// Misuse: the map has no such persona.
Result<MeasuredMap> lived_by_persona(const MeasuredMap& map, const std::string& persona);

// Adds the persona's segment, if it has one: the figures are of its customers then.
void narrow_to_persona(Scope& scope, const Workspace& workspace, const std::string& persona);

// Which was probably meant, else which there are.
Failure no_such_persona(const std::string& persona, const std::vector<std::string>& known);

}  // namespace parcours
