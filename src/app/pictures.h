// The picture files a map names: its personas' portraits, its touchpoints' images, the brand's logo.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "render/picture.h"

namespace parcours {

struct LoadedPictures {
  PictureSet pictures;                  // all that are named; those that cannot be shown without content
  std::vector<Diagnostic> diagnostics;  // a warning for each of those, and for each icon of a channel that is not carried, at the place that names it
};

// A path is looked up from the workspace's folder, then from the folder of the file that names it. What lies outside the workspace,
// through links too, is not read.
LoadedPictures load_pictures(const Workspace& workspace, const MapFile& map);
// The brand's logo alone; null where there is none, or none that can be shown.
PicturePtr load_logo(const Workspace& workspace);

}  // namespace parcours
