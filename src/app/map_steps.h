// A map's touchpoints and stages as the steps of a question.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "map/journey_map.h"
#include "questions/scope.h"

namespace parcours {

// All touchpoints that have a rule, in the map's order.
std::vector<Step> touchpoint_steps(const JourneyMap& map);
// All stages with a touchpoint that has a rule; a stage's rule is any of its touchpoints'.
std::vector<Step> stage_steps(const JourneyMap& map);

// The STEP of docs/formats/questions.md whose names are ids of touchpoints, or of stages. Misuse: none such, or nothing finds it in the data.
Result<Step> touchpoint_step(const JourneyMap& map, const std::string& text);
Result<Step> stage_step(const JourneyMap& map, const std::string& text);

}  // namespace parcours
