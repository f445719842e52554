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

// What counts as a map or a persona in its folder: x.yaml, x.yml.
bool is_yaml(std::string_view name);
// The one of that stem in the folder: "maps/ring.yaml", else "maps/ring.yml"; nothing when there is none.
std::optional<std::string> yaml_file(const Files& files, const std::string& folder, const std::string& stem);

Diagnostic cannot_read(const std::string& file, const Failure& failure);

// What a map names outside of itself: personas without a file (errors), unknown channels (warnings).
std::vector<Diagnostic> check_against_workspace(const MapFile& map, const WorkspaceFiles& workspace);

}  // namespace parcours
