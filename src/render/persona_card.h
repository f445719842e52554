// A persona as a card: who they are, what they seek, what they dread, where they are met.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

// At (0, 0), at least so tall; `index`: the persona's place among those shown, which gives the tone.
Node persona_card(const Frame& frame, const Persona& persona, std::size_t index, double width, double height);

}  // namespace parcours
