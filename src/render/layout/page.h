// What the pages beside the map have in common: a frame of their own width, a head, a footer.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kPageWidth = 1400;

Frame page_frame(const MeasuredMap& map, const DrawOptions& options);

// What a page says of itself. `basis`: of the footer, ready to show.
struct PageText {
  std::string title, about, basis;
};
PageText page_text(const Frame& frame, const Message& title);  // of a page about the frame's map

// A scene of these parts below each other, `gap` apart, between head and footer. Each part begins at y = 0.
Scene page_of(const Frame& frame, const PageText& text, std::vector<Node> parts, double gap);

}  // namespace parcours
