// The guided start at a terminal, or from lines of a script.
#pragma once

#include "app/guided/guided_workspace.h"
#include "cli/session.h"

namespace parcours {

// Asks on `session.out` and reads lines of `session.in` until all is answered, or they end: then what was answered is kept, and said how to go on.
// `<` goes back, `?` explains, an empty line takes the proposal. Fails when something cannot be written.
Outcome run_dialogue(Session& session, GuidedWorkspace& workspace, GuidedAnswers begun);

}  // namespace parcours
