// The points of the emotion curves: what the author assumed or reported, and what surveys measured, side by side.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

std::vector<EmotionPoint> emotion_points(const MeasuredMap& measured);

}  // namespace parcours
