// The maps that a map opens, as its picture names them.
#pragma once

#include "app/workspace.h"
#include "render/render.h"

namespace parcours {

// By id; those that are not there are left out.
std::map<std::string, OpenedMap> opened_maps(const Workspace& workspace, const JourneyMap& map);

}  // namespace parcours
