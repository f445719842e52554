// What the figures of a request are narrowed to: since, until, where (one filter a line), by and against, as `measure` takes them.
#pragma once

#include "app/workspace.h"
#include "server/handlers/handlers.h"

namespace parcours {

// The map with the figures so asked for, beside the others of `against`. Without events: without figures. Misuse: a value that will not do.
Result<MeasuredAnswer> asked_answer(Call& call, const MapFile& map);

// Who may not see single customers is not told of a handful either, once the question is narrowed to them. Misuse: he asks for fewer than five.
Outcome speaks_of_many(const Call& call, const Scope& scope, const Basis& basis);

}  // namespace parcours
