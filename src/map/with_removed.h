// Two maps of one journey side by side in one, for a picture of what changed.
#pragma once

#include "map/journey_map.h"

namespace parcours {

// The newer map, and at its old place each stage, touchpoint, friction and action that only the older one has: behind what stood right
// before it, as far as that is still there. Touchpoints that are gone keep their name, channel and who starts them, stages that are gone
// their name and phase: nothing of them is counted or measured.
JourneyMap with_removed(JourneyMap newer, const JourneyMap& older);

// Each text in that language alone, so that two maps differ only where a reader of it sees a difference.
JourneyMap in_one_language(JourneyMap map, Lang lang);

}  // namespace parcours
