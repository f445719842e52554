// Any map as a template: the files of a workspace that begins with it.
#pragma once

#include "app/new_workspace.h"
#include "map/map_file.h"

namespace parcours {

struct MapTemplate {
  std::vector<NewFile> files;
  std::vector<std::string> missing;  // pictures that are named but not there
};

// `map` lies at map.source.file(), in a workspace or alone. With everything: the map, its personas and the pictures they name, byte for byte. With
// the structure: map and personas emptied (map/structure.h), no pictures. With both: parcours.yaml of its workspace and the logo it names; without a
// workspace, the settings of an empty one that speaks `lang`. A persona without a file gets one with its id as its name.
// REQUIRES: the map is usable. Misuse: parcours.yaml or a persona of the map is not.
Result<MapTemplate> template_of(const MapFile& map, Take take, Lang lang, const Files& files);

}  // namespace parcours
