// Icons that the workspace's channels name and the program does not carry.
#pragma once

#include <vector>

#include "app/workspace.h"

namespace parcours {

std::vector<Diagnostic> unknown_icons(const Workspace& workspace);  // a warning for each, at the place that names it

}  // namespace parcours
