// Rules that claim nothing though the events they name are there: which test stands in the way, and what it could have asked for.
#pragma once

#include <vector>

#include "measures/scope.h"
#include "questions/measure.h"

namespace parcours {

// In order of the file. For each touchpoint whose match rule claims no event in scope: the first of its conditions that names events which
// are there, and the first test of its `where` that none of them passes (where each test passes some events, the first one).
std::vector<SilentRule> silent_rules(const Selection& selection, const MeasureQuestion& question);

}  // namespace parcours
