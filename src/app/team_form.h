// The form that a team filled in as a spreadsheet -> what it says, as a file of views. docs/formats/views.md
#pragma once

#include <string>
#include <vector>

#include "events/sheet_cells.h"
#include "map/map_file.h"

namespace parcours {

struct FilledForm {
  std::string team;
  std::string yaml;                     // of views/MAP/TEAM.yaml; REQUIRES: no diagnostics
  std::vector<Diagnostic> diagnostics;  // errors, each with its sheet and cell, of the file `path`
};

// Columns are found by their heads, in either language and any order. Empty rows say nothing.
FilledForm read_team_form(const CellTable& table, const std::string& path, const JourneyMap& map, Lang lang);

}  // namespace parcours
