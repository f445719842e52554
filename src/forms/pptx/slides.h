// Which slides there are and what stands on them.
#pragma once

#include <vector>

#include "forms/pptx/slide.h"
#include "render/layout/frame.h"

namespace parcours {

// The whole map: its stages and as many lanes as one slide takes, from the scene.
Slide overview_slide(const Frame& frame);
// A stage's touchpoints as cards, eight a slide at most; a stage without any has a slide of its own.
std::vector<Slide> stage_slides(const Frame& frame, const Column& column);
// What the stage's slides do not say, and what their figures mean.
void add_stage_notes(Slide& slide, const Frame& frame, const Column& column);

inline constexpr double kSlideMargin = 48;

}  // namespace parcours
