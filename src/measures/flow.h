// What follows what, directly. docs/measures/flow.md; what the nodes are: nodes.h.
//
// What holds besides: a unit is a customer or, with Scope::per journey, a journey, and no move leads from one journey
// to the next; `count` counts units. Events between two nodes that are skipped do not part them. With `collapse` a run of one node
// is one node: its move to the next is timed from the run's last event to the next one's first. A log without times has no seconds.
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/flow.h"

namespace parcours {

// Edges: most moves first, then by the names. Starts and ends: most first, then by name.
Result<FlowAnswer> flow(const EventIndex& index, const FlowQuestion& question);

}  // namespace parcours
