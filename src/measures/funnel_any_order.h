// The best attempt when the order is free: a matching of steps with the events between two times.
#pragma once

#include <span>

#include "measures/funnel_plan.h"

namespace parcours {

// REQUIRES: plan.any_order; candidates in the index's order, all of one class. depth 0: there is none.
Attempt best_in_any_order(const FunnelPlan& plan, const UnitEvents& unit, std::span<const Candidate> candidates);

}  // namespace parcours
