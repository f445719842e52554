// A map brought into a workspace that is there already: from a template, a guided start or a file of another tool.
#pragma once

#include <string>
#include <vector>

#include "app/new_workspace.h"
#include "app/workspace.h"

namespace parcours {

// Writes the first of `files` below maps/ under an id nobody has yet, and with it its personas, its pictures and the channels of its parcours.yaml
// that the workspace does not know. Nothing that is there is written over: a persona or a picture of that name stays as it is. The map comes last, so
// that it is never there without what it names. Gives its id. Misuse: there is no map among the files.
Result<std::string> add_map(const Workspace& workspace, const std::vector<NewFile>& files);

}  // namespace parcours
