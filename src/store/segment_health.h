// Which segment is missing or damaged, when something failed.
#pragma once

#include <optional>

#include "store/context.h"

namespace parcours {

// Reads every segment until one cannot be read: only for failures. Nothing: they are all well.
std::optional<Failure> broken_segment(const StoreContext& context, const Snapshot& snapshot);

}  // namespace parcours
