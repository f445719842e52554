// How much of the map is measured, reported, only assumed.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// REQUIRES: emotions and frictions of the map are filled in.
Coverage coverage_of(const MeasuredMap& measured);

}  // namespace parcours
