// The written part of a workspace: parcours.yaml, maps/*.yaml, personas/*.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "map/map_file.h"

namespace parcours {

inline constexpr std::string_view kSettingsFile = "parcours.yaml";

struct WorkspaceFiles {
  std::string root;
  SettingsFile settings;                // the defaults, without complaint, when there is no parcours.yaml
  std::vector<MapFile> maps;            // sorted by file name
  std::vector<PersonaFile> personas;    // likewise
  std::vector<Diagnostic> diagnostics;  // of all files, and of what does not fit together

  const MapFile* map(std::string_view id) const;
  const PersonaFile* persona(std::string_view id) const;
  // The language the map is in: its own, else the workspace's.
  Lang language_of(const JourneyMap& map) const;
};

// The nearest folder, from `folder` upwards, that holds a parcours.yaml.
std::optional<std::string> find_workspace(const Files& files, const std::string& folder);

// Reads all of it. What is wrong inside the files are diagnostics; fails only when there is no such folder. Paths in
// diagnostics are relative to the root: "maps/ring.yaml".
Result<WorkspaceFiles> load_workspace(const Files& files, const std::string& root);

// One map of the workspace, by its id ("ring"), or a file by its path relative to the root or as the caller sees it.
// Also says when personas it names are missing and channels are unknown.
Result<MapFile> load_map(const Files& files, const WorkspaceFiles& workspace, const std::string& name);

// What a map names outside of itself: personas without a file (errors), unknown channels (warnings).
std::vector<Diagnostic> check_against_workspace(const MapFile& map, const WorkspaceFiles& workspace);

}  // namespace parcours
