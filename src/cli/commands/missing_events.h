// A slip of the pen in a name would give a silent zero.
#pragma once

#include <vector>

#include "cli/scope_options.h"

namespace parcours {

// Warns of each step that asks for exact names of events, none of which is there. For behind the answer: what it loaded says the names.
Outcome tell_of_missing_events(Session& session, Workspace& workspace, const ShowOptions& show, const std::vector<Step>& steps);

}  // namespace parcours
