// The templates that the program carries, and new workspaces made from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/new_workspace.h"
#include "base/text.h"
#include "base/time.h"

namespace parcours {

// A file of templates/, built into the program: "shop/maps/shop.yaml".
struct TemplateFile {
  std::string_view path, content;
};
const std::vector<TemplateFile>& template_files();  // sorted by path

// start: a nearly empty map. stages: a named set of stages, filled in for one offer. trade: the journey of a trade.
enum class TemplateGroup { start, stages, trade };
std::string_view code_of(TemplateGroup group);

struct TemplateInfo {
  std::string name;
  TemplateGroup group = TemplateGroup::start;
  LocalText title;                // of its first map, as all that follows
  std::vector<LocalText> stages;  // their names
  std::int64_t touchpoints = 0;
};
// Group by group, in the order of templates/groups.txt.
std::vector<TemplateInfo> all_templates();

// The files of the template, or of its structure, that speak `lang`. Given `today`, the map's plan begins from it (map/redate.h). Misuse: an unknown
// template (did you mean).
Result<std::vector<NewFile>> template_content(const std::string& template_name, Lang lang, Take take = Take::everything,
                                              std::optional<Date> today = {});

// Writes a workspace that speaks `lang` into `folder`, which must be absent or empty: the files of the template, or
// of its structure, and a .gitignore for events and private files. Given `today`, the map's plan begins from it
// (map/redate.h). Gives the paths of the maps written. Misuse: an unknown template (did you mean), a folder that is not empty.
Result<std::vector<std::string>> new_workspace(const std::string& folder, const std::string& template_name, Lang lang, Files& files,
                                               Take take = Take::everything, std::optional<Date> today = {});

// The day it is then in a workspace just made: all templates lie in one zone.
Date today_in_new_workspace(TimeMs now);

// Writes the settings of an empty workspace that speaks `lang`, and its .gitignore, where there are none yet.
Outcome write_settings(const std::string& folder, Lang lang, Files& files);

}  // namespace parcours
