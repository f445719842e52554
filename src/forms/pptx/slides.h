// Which slides there are and what stands on them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/pptx/slide.h"
#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kSlideMargin = 48, kSlideBottom = 682;  // below it the foot

// All of a presentation, in order. `day`: on the cover; nothing: when the map was last gone through.
std::vector<Slide> deck_slides(const Frame& frame, std::optional<Date> day);

Slide cover_slide(const Frame& frame, std::optional<Date> day);
Slide in_brief_slide(const Frame& frame);               // what is known: findings, and how much of the map is measured, reported, assumed
std::vector<Slide> persona_slides(const Frame& frame);  // two a slide
// The whole map: its stages and as many lanes as one slide takes, from the scene of render/slide.h.
Slide overview_slide(const Frame& frame);
// A stage's touchpoints as cards, eight a slide at most; a stage without any has a slide of its own.
std::vector<Slide> stage_slides(const Frame& frame, const Column& column);
// What the stage's slides do not say, and what their figures mean.
void add_stage_notes(Slide& slide, const Frame& frame, const Column& column);
std::string friction_basis(const Frame& frame, const Friction& friction);  // "assumed", "reported · survey", "48 % give up [46–50]"
// Nothing where the map has none.
std::vector<Slide> friction_slides(const Frame& frame);
std::vector<Slide> action_slides(const Frame& frame);  // impact over effort, then the list
std::vector<Slide> calendar_slides(const Frame& frame);
std::vector<Slide> view_slides(const Frame& frame);

}  // namespace parcours
