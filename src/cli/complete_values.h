// The values that an option or argument takes, known by its placeholder: `light|dark`, `MAP`, `FILE.csv` …
#pragma once

#include "cli/complete.h"

namespace parcours {

// Adds all values to `to`, whatever is typed so far. A placeholder that nothing is known of (DATE, SPAN) adds none.
void add_values(const std::string& placeholder, const TypedLine& typed, const Session& session, Completion& to);

}  // namespace parcours
