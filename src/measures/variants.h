// The sequences that customers (or journeys) go through, each with how many do. docs/measures/variants.md; nodes: nodes.h.
//
// What holds besides: a unit without any node is no sequence. A sequence's duration runs from its first node's event to
// its last one's, whatever `collapse` and `longest` cut from its path.
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/flow.h"

namespace parcours {

Result<VariantsAnswer> variants(const EventIndex& index, const VariantsQuestion& question);

}  // namespace parcours
