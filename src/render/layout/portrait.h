// A persona's face: the picture, or a head and shoulders in the persona's own tone.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

Node portrait(const Frame& frame, const Persona& persona, const Tone& tone, double cx, double cy, double r);

// Of a lone persona, in the map's colours; of several, each its own.
inline const Tone& persona_tone(const Frame& frame, std::size_t index) {
  return frame.map.personas.size() < 2 ? frame.colour.stages[1] : frame.colour.people[index % frame.colour.people.size()];
}

}  // namespace parcours
