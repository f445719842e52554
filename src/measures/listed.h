// The customers behind a touchpoint's figures, by name: those lost there, those whose journey stands there, those who came by.
#pragma once

#include <vector>

#include "index/event_index.h"
#include "measures/endings.h"
#include "measures/journey_table.h"

namespace parcours {

// Sorted by name. REQUIRES: touchpoint < table.shape.touchpoints(); endings = endings_of(table).
std::vector<ListedCustomer> listed_at(const EventIndex& index, const JourneyTable& table, const std::vector<Ending>& endings, PlaceId touchpoint,
                                      ListWho who);

}  // namespace parcours
