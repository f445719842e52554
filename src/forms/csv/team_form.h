// The form that a team fills in as a CSV file. docs/formats/views.md
#pragma once

#include <string>

#include "map/journey_map.h"

namespace parcours {

// The rows of the workbook's form, for a spreadsheet that opens CSV by a double click: in French set apart by semicolons. The same bytes each time.
std::string team_form_csv(const JourneyMap& map, const std::string& team, Lang lang);

}  // namespace parcours
