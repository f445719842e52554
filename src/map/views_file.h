// What one team says of a map, in a file that it edits alone: views/<map>/<team>.yaml. docs/formats/views.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "map/map_file.h"

namespace parcours {

struct TeamViews {
  int version = 1;
  LocalText team;  // else the file's name
  std::vector<TeamView> views;
};

using ViewsFile = Parsed<TeamViews>;

// `team` of the value and of each view is given in any case. Touchpoints that are listed without a statement make no view.
ViewsFile parse_views(std::string file, std::string text);

// The same team however its name is written: case and accents do not count.
bool is_same_team(std::string_view a, std::string_view b);
// Likewise, by any name they have in common.
bool is_same_team(const LocalText& a, const LocalText& b);

// The views of the map itself, then those of the files, one for each team and touchpoint: what is said once holds. Where the same team
// says two things the first holds, and a complaint names both places. Views of touchpoints the map has not are complained of and left out.
struct MergedViews {
  std::vector<TeamView> views;
  std::vector<Diagnostic> diagnostics;
};
// REQUIRES: `map` is as parse_map gave it
MergedViews merged_views(const MapFile& map, std::span<const ViewsFile> files);

// Where a merged view states its emotion: in the map or in one of the files.
Place place_of_view(const SourceText& map, std::span<const ViewsFile> files, const TeamView& view);

// An empty form for a team: every touchpoint, with its name and its stage, ready to be filled in. Parses without complaint and says nothing.
std::string views_form(const JourneyMap& map, const std::string& team, Lang lang);

// "views/ring" beside "maps/ring.yaml"; "" when the map does not lie in a folder `maps`.
std::string views_folder(const std::string& map_file);
// A file name for the team: "Service clients" -> "service_clients.yaml".
std::string views_file_name(const std::string& team);

}  // namespace parcours
