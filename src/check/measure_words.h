// Measures of the map (docs/formats/map.md) and their values, as a sentence shows them.
#pragma once

#include <string>

#include "base/text.h"

namespace parcours {

Arg measure_words(const std::string& measure);              // "drop-off"
Arg value_words(const std::string& measure, double value);  // "30.0 %", "12 min", "−12"
Arg given_words(const std::string& measure, double value);  // as its author typed it: "30 %"
Arg duration_words(double seconds);

}  // namespace parcours
