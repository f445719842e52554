// Writing a workspace that was not there before.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"

namespace parcours {

// What a new workspace takes of a template: everything, or stages and touchpoints without their contents (map/structure.h) and without pictures.
enum class Take { everything, structure };

// A file of the workspace to be, by its path in it: "maps/shop.yaml".
struct NewFile {
  std::string path, content;
};

// Writes the files into `folder`, which must be absent or empty, and a .gitignore for events and private files. Gives the paths of the maps written.
// Misuse: the folder is a file, or not empty.
Result<std::vector<std::string>> write_new_workspace(const std::string& folder, const std::vector<NewFile>& content, Files& files);

// What git leaves alone: events and private files. Nothing happens when the folder has a .gitignore.
Outcome write_gitignore(const std::string& folder, Files& files);

}  // namespace parcours
