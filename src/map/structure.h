// A map or a persona without its contents, to begin another one with.
#pragma once

#include <string>

#include "map/map_file.h"

namespace parcours {

// Stages and touchpoints stay with their ids, names, phases and channels, and so does what holds them together: the goal, the window, who starts and
// serves, what is optional, repeatable, a choice or out of sight. Every other key is emptied where it has a line of its own (`does:` waits to be
// filled in) and goes inside {…}. Comments outside the contents, order, and the writing of what stays are kept byte for byte.
// REQUIRES: the map is usable. The result has no complaint that the map had not.
std::string structure_of(const MapFile& map);

// Only its name stays. REQUIRES: the persona is usable.
std::string structure_of(const PersonaFile& persona);

}  // namespace parcours
