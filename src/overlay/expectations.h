// What the author expects, held against the data.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// At the goal nobody is lost, and everybody reaches it: no expectation to hold against the data.
bool means_nothing_at_goal(std::string_view measure);

// The drop-off its author expects at the friction's touchpoint, a share.
std::optional<double> expected_drop_off(const Friction& friction);

std::vector<ExpectationVerdict> expectation_verdicts(const MeasuredMap& measured);

// REQUIRES: expectations are filled in.
std::vector<FrictionView> friction_views(const MeasuredMap& measured);

}  // namespace parcours
