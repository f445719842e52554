// The map as one slide, 16:9. docs/formats/picture.md
#pragma once

#include "render/render.h"

namespace parcours {

inline constexpr int kSlidePixels = 1920;  // wide, of its PNG

// All stages, a short head, and the lanes that fit, in the order in which they earn a place; the foot names those left out.
// Of more stages than stand side by side legibly, all are drawn and the text is smaller.
Scene draw_slide(const MeasuredMap& map, const DrawOptions& options);

// The codes of the lanes that the map has something to show in and that such a slide of it does not hold, from top to bottom.
std::vector<std::string> left_out(const MeasuredMap& map, const DrawOptions& options, const Scene& slide);

// In points, on the 13⅓ inches of a slide.
double smallest_text_on_slide(const Scene& slide);

}  // namespace parcours
