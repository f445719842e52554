// The parts of the head, each at (0, 0).
#pragma once

#include "render/layout/frame.h"

namespace parcours {

std::optional<Node> logo(const Frame& frame);  // of the brand
Node key_figures(const Frame& frame);
Node persona_cards(const Frame& frame, double width, std::size_t across);  // `across` cards of that width in a row

}  // namespace parcours
