// The plan of a map, moved to a later day.
#pragma once

#include <string>

#include "base/time.h"
#include "map/map_file.h"

namespace parcours {

// The map as if it had been reviewed `today`: `reviewed` is today; when actions are due and stages begin moves on by whole weeks, so that days of the
// week stay; the target date by whole years, until it lies ahead. Days of sources (interviews, surveys) stay. Nothing else changes, and nothing at
// all when the map says no review, or a later one. REQUIRES: the map is usable.
std::string redated(const MapFile& map, Date today);

}  // namespace parcours
