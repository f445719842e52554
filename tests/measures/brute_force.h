// The funnel by trying everything: every way of giving events to steps, kept when it is an attempt by the words of
// measures/funnel.h. Slow beyond some ten events a unit; shares no code with the kernel but the index and base/rule.h.
#pragma once

#include "index/event_index.h"
#include "questions/funnel.h"

namespace parcours {

// Counts, open, medians, n of shares (not their intervals), lists and segments.
FunnelAnswer funnel_by_brute_force(const EventIndex& index, const FunnelQuestion& question);

}  // namespace parcours
