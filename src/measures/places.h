// Where visits take place, at one of two levels: touchpoints, or stages (a stage's visits are those of its touchpoints).
#pragma once

#include <vector>

#include "measures/journey_table.h"

namespace parcours {

struct Places {
  std::vector<PlaceId> of;     // by touchpoint
  std::vector<PlaceId> stage;  // by place
  std::vector<bool> after;     // by place: read from the goal on

  std::size_t size() const { return stage.size(); }
};

Places touchpoints_of(const MapShape& shape);
Places stages_of(const MapShape& shape);

}  // namespace parcours
