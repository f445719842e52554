// Which segment is missing or damaged, when something failed.
#pragma once

#include <optional>

#include "sql/database.h"
#include "store/context.h"

namespace parcours {

// Fails when the segments, whole as they may be, do not hold the events that the catalogue says: one put in another's place.
Outcome check_rows(Database& database, const StoreContext& context, const Snapshot& snapshot);

// Reads every segment until one cannot be read: only for failures. Nothing: they are all well.
std::optional<Failure> broken_segment(const StoreContext& context, const Snapshot& snapshot);

}  // namespace parcours
