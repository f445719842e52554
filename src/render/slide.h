// The map as one slide, 16:9. docs/formats/picture.md
#pragma once

#include "render/render.h"

namespace parcours {

inline constexpr int kSlidePixels = 1920;  // wide, of its PNG

// All stages, a short head, and the lanes that fit, in the order in which they earn a place; the foot names those left out.
// Of more stages than stand side by side legibly, all are drawn and the text is smaller.
Scene draw_slide(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
