// The events of the shared generator (bench/gen.cpp of the data beside the project), as its binary file holds them.
#pragma once

#include <optional>
#include <string>

#include "index/event_index.h"

namespace parcours {

// The file's rows without those equal in all fields to an earlier one, as a store's scan would give them; ties in order of arrival.
// Properties are left out (they tell duplicates apart, no more). Nothing when the file cannot be read.
std::optional<IndexInput> read_generated_events(const std::string& path);

}  // namespace parcours
