// What no engine answers, whatever the events: a question that has no meaning is misuse, and says why.
#pragma once

#include "base/result.h"
#include "questions/question.h"

namespace parcours {

// docs/measures/funnel.md says what means nothing together. `timed`: the log has times. Fields are the engine's matter (engine/asked_fields.h).
Outcome check_question(const FunnelQuestion& question, bool timed);

// The goal, the listed touchpoint and `leads_to` are of the map.
Outcome check_question(const MeasureQuestion& question);

}  // namespace parcours
