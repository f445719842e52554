// The plan as CSV: a row a stage, then a row for each of its contents. docs/formats/plan.md
#pragma once

#include <string>

#include "plan/plan.h"

namespace parcours {

std::string to_csv(const JourneyMap& map, const Plan& plan, Lang lang);

}  // namespace parcours
