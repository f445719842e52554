// The form that a team fills in as a spreadsheet. docs/formats/views.md
#pragma once

#include <string>

#include "base/result.h"
#include "map/journey_map.h"

namespace parcours {

// A row a touchpoint, with cells for an emotion, a friction and a note; the team's name in a cell above. The same bytes each time.
Result<std::string> team_form(const JourneyMap& map, const WorkspaceSettings& settings, const std::string& team, Lang lang);

}  // namespace parcours
