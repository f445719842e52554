// A map brought in from a file of another form, and where it is put.
#pragma once

#include <string>
#include <vector>

#include "app/new_workspace.h"
#include "base/files.h"
#include "base/result.h"
#include "forms/read_map.h"

namespace parcours {

struct BroughtMap {
  std::string id;      // from the file's name
  std::string source;  // the file's text, for showing places in it
  ReadMap read;
};

// Misuse: a file of a form that cannot be read. What is wrong inside comes as diagnostics.
Result<BroughtMap> read_form(const std::string& path, const Files& files);

// The files of a workspace that begins with it and speaks `lang`.
std::vector<NewFile> workspace_around(const BroughtMap& map, Lang lang);

// Writes the personas that the folder does not have yet; gives their paths.
Result<std::vector<std::string>> write_personas(const std::vector<PersonaText>& personas, const std::string& folder, Files& files);

}  // namespace parcours
