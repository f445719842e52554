// Files of the workspace that its maps and settings name: pictures, a font.
#pragma once

#include "app/workspace.h"

namespace parcours {

// Looked up from the workspace's folder, then from the folder of the file that names it; "" when it is in neither.
std::string named_file(const Workspace& workspace, const std::string& path, const std::string& named_in);
bool lies_within(const Workspace& workspace, const std::string& file);  // with all links followed

}  // namespace parcours
