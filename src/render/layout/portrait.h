// A persona's face: the picture, or a head and shoulders in the persona's own tone.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

Node portrait(const Frame& frame, const Persona& persona, const Tone& tone, double cx, double cy, double r);

inline const Tone& persona_tone(const Frame& frame, std::size_t index) { return frame.colour.stages[(index + 1) % frame.colour.stages.size()]; }

}  // namespace parcours
