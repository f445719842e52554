// What the pages beside the map have in common: a frame of their own width, a head, a footer.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kPageWidth = 1400;

Frame page_frame(const MeasuredMap& map, const DrawOptions& options);
Node page_head(const Frame& frame, const Message& title);  // at y = 0

// A scene of these parts below each other, `gap` apart, with the footer of the map. Each part begins at y = 0.
Scene page_of(const Frame& frame, const Message& title, std::vector<Node> parts, double gap);

}  // namespace parcours
