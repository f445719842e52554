// How a friction looks, on every picture the same, and in the legend.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

// measured: on n >= 30, coral; after the goal no sale is lost and it is quiet, as is what the data contradicts and what is reported.
// assumed: dashed; so is, without a source, what was counted on fewer.
enum class FrictionLook { measured, measured_after_goal, contradicted, reported, assumed };

FrictionLook look_of(const Frame& frame, const Stage& stage, const Friction& friction);

}  // namespace parcours
