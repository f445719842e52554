// The measured map as JSON: the answer of questions/answer_json.h with what the map adds to it. docs/formats/measure.md
#pragma once

#include "app/workspace.h"
#include "base/json.h"

namespace parcours {

// REQUIRES: measured.figures
Json emotions_json(const MeasuredMap& measured);  // the points of its curves
Json measured_json(const MeasuredAnswer& answer, const Zone& zone, Lang lang);

}  // namespace parcours
