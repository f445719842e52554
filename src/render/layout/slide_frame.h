// The frame of a picture that fits a slide: all stages in its width.
#pragma once

#include "render/layout/lane.h"

namespace parcours {

inline constexpr double kSlideUnits = 1216;     // wide: at 1280 pixels the smallest text is 12 pixels high, 9 points
inline constexpr double kSlideColumnMin = 112;  // of a stage: with more stages than so fit, the picture is wider and its text smaller
inline constexpr double kSlideCardMin = 146;    // of a touchpoint
inline constexpr double kSlideCurve = 76;       // of the emotion curve
inline constexpr double kSlideRiver = 44, kSlideFall = 20;
inline constexpr double kSlidePadding = 9;

// REQUIRES: map and options outlive the frame
Frame slide_frame(const MeasuredMap& map, const DrawOptions& options);

enum class ListFigures { below, beside, none };  // customers and losses below the name; only the losses beside it

// Touchpoints in little room. `lines`: of a name at most.
std::optional<LaneBody> touchpoint_list(const Frame& frame, int lines, ListFigures where);

}  // namespace parcours
