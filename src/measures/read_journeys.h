// Makes the table of journeys: events in scope, cut and read as journey_table.h says.
#pragma once

#include "measures/field_values.h"
#include "measures/journey_table.h"
#include "measures/scope.h"

namespace parcours {

// `journeys`: cut per journey at `silence`. `by`: the breakdown's field, or null.
JourneyTable read_journeys(const Selection& journeys, TimeMs silence, const MeasureQuestion& question, const FieldValues* by);

}  // namespace parcours
