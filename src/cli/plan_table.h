// A plan as text for a terminal.
#pragma once

#include <string>

#include "app/plan.h"

namespace parcours {

// Stages with their days, contents with the day their preparation begins; then what the events say of the delays.
std::string plan_table(const PlannedMap& planned, Lang lang);

}  // namespace parcours
