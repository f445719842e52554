// What the author expects, held against the data.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

std::vector<ExpectationVerdict> expectation_verdicts(const MeasuredMap& measured);

// REQUIRES: expectations are filled in.
std::vector<FrictionView> friction_views(const MeasuredMap& measured);

}  // namespace parcours
