// A map as a Mermaid `journey` diagram: title, a section a stage, a task a touchpoint with its score and personas.
#pragma once

#include <string>

#include "map/journey_map.h"

namespace parcours {

// Mermaid's scores go from 1 to 5: an emotion from -2 to 2 becomes 3 + emotion, rounded; a touchpoint without emotion gets 3.
// Where personas feel differently, each score has its own task. What Mermaid's parser trips over is escaped.
std::string to_mermaid(const JourneyMap& map, Lang lang);

}  // namespace parcours
