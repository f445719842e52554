// Mermaid's `journey` diagram: title, a section a stage, a task a touchpoint with its score and personas. docs/formats/mermaid.md
#pragma once

#include <string>
#include <vector>

#include "forms/read_map.h"
#include "map/journey_map.h"

namespace parcours {

// Mermaid's scores go from 1 to 5: an emotion from -2 to 2 becomes 3 + emotion, rounded; a touchpoint without emotion gets 3.
// A touchpoint is one task; where personas feel differently its score is of their mean. What Mermaid's parser trips over is escaped.
std::string to_mermaid(const JourneyMap& map, Lang lang);

// What this map loses by it that its reader would not expect.
std::vector<Message> lost_in_mermaid(const JourneyMap& map);

// A score becomes an emotion of score - 3. What Mermaid itself would cut or refuse is kept and warned of; a score outside 1..5 is an error.
ReadMap read_mermaid(const std::string& file, const std::string& text);

// As Mermaid does: "#58;" and "#quot;" are characters. An entity it does not know stays as it stands.
std::string without_entities(std::string_view text);

}  // namespace parcours
