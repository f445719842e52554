// A shape filled with a passage of many colours, as shapes of two colours at most: some presentation programs show no others.
#pragma once

#include <vector>

#include "render/scene.h"

namespace parcours {

// True of a path without edge whose colours pass along the horizontal, more than two of them.
bool wants_strips(const Node& node);

// Side by side, together the same picture. REQUIRES: wants_strips
std::vector<Node> strips(const Node& node);

}  // namespace parcours
