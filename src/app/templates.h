// The templates that the program carries, and new workspaces made from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "base/text.h"

namespace parcours {

// A file of templates/, built into the program: "shop/maps/shop.yaml".
struct TemplateFile {
  std::string_view path, content;
};
const std::vector<TemplateFile>& template_files();  // sorted by path

struct TemplateInfo {
  std::string name;
  LocalText title;  // of its first map
};
std::vector<TemplateInfo> all_templates();

// Writes a workspace that speaks `lang` into `folder`, which must be absent or empty: the files of the template, and a .gitignore for events and
// private files. Gives the paths of the maps written. Misuse: an unknown template (did you mean), a folder that is not empty.
Result<std::vector<std::string>> new_workspace(const std::string& folder, const std::string& template_name, Lang lang, Files& files);

}  // namespace parcours
