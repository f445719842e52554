// The delays between stages that the author plans, held against the data.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// One for each stage whose `when` says `after`.
std::vector<DelayVerdict> delay_verdicts(const MeasuredMap& measured);

}  // namespace parcours
