// The median without sorting: what questions/statistics.h says it is, for spans that are too many to sort.
#pragma once

#include <optional>
#include <span>

#include "base/time.h"

namespace parcours {

// In seconds; of an even number the mean of the two middle ones. Nothing when empty. Reorders `spans`.
std::optional<double> median_in_place_s(std::span<TimeMs> spans);

}  // namespace parcours
