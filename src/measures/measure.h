// The figures of a whole map. docs/measures; how journeys are read: journey_table.h; each family of figures
// says its own in reach.h, losses.h, visit_times.h, map_claims.h.
//
// And here:
// - Scope::per means nothing: a map is measured per journey. Counts of journeys and conversion are of journeys with a visit.
// - Shares of journeys are clustered by customer (ClusteredCount), means of scores and values too (mean_of).
// - goal_value is the mean over all goal events in scope that have a value, a journey's later ones too.
// - time_to_goal runs from a journey's first visit. Journeys closed without the goal never reach it: the curve ends at their share.
// - A journey returned when its customer visits the stage `leads_to`, before the goal on the map, at any time after this journey's
//   goal; of all journeys that reached the goal. Nothing when `leads_to` is no stage, or one after the goal.
// - Arrows: moves between visits read from a journey one after the other, repeats and moves of 0 s between two touchpoints that
//   claim one event included.
// - `by`: the value on the first event of the journey in scope, claimed or not. Segments: most journeys first, then by value; the
//   one without value last.
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/measure.h"

namespace parcours {

// Misuse: `goal` or `leads_to` names nothing on the map; `by` no field of the events.
Result<MeasureAnswer> measure(const EventIndex& index, const MeasureQuestion& question);

}  // namespace parcours
