// What new and convert have in common: a file of another form, read, its problems told.
#pragma once

#include "app/read_form.h"
#include "cli/session.h"

namespace parcours {

// Misuse when it cannot be used.
Result<BroughtMap> usable_form(Session& session, const std::string& path);

}  // namespace parcours
