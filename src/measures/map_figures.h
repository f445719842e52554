// All figures of a map, over all journeys or those of one segment: measure.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/event_index.h"
#include "measures/endings.h"
#include "measures/journey_table.h"

namespace parcours {

// Journeys counted together.
struct JourneySegment {
  std::vector<std::uint64_t> ids;     // those with a visit
  std::optional<std::uint32_t> only;  // the segment's code; nothing: all journeys
  bool holds(const Journey& journey) const { return !only || journey.segment == *only; }
};

// `endings`: endings_of(table).
MeasuredFigures map_figures(const EventIndex& index, const MeasureQuestion& question, const JourneyTable& table, const std::vector<Ending>& endings,
                            const JourneySegment& segment);

}  // namespace parcours
