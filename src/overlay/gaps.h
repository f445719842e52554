// The buyer's steps at which no touchpoint of ours meets him.
#pragma once

#include "map/journey_map.h"

namespace parcours {

// A step that names its touchpoint is met. In a stage where no step names one, a step is met when the stage has a touchpoint in
// sight; where some do, the others are gaps.
bool is_gap(const Stage& stage, const BuyerStep& step);

}  // namespace parcours
