#include "app/templates.h"

#include <sstream>

#include "base/suggest.h"
#include "map/redate.h"
#include "map/structure.h"

namespace parcours {
namespace {

constexpr std::string_view kZone = "Europe/Paris";  // of all templates

constexpr std::string_view kGroupsFile = "groups.txt";

std::string_view name_of(const TemplateFile& file) { return file.path.substr(0, file.path.find('/')); }
std::string_view below_template(const TemplateFile& file) { return file.path.substr(file.path.find('/') + 1); }

Result<std::vector<const TemplateFile*>> files_of(const std::string& template_name) {
  std::vector<const TemplateFile*> found;
  for (const auto& file : template_files())
    if (name_of(file) == template_name && file.path != kGroupsFile) found.push_back(&file);
  if (!found.empty()) return found;
  std::vector<std::string> names;
  for (const auto& known : all_templates()) names.push_back(known.name);
  const auto meant = nearest(template_name, names);
  return misuse(msg("app.no_template", {{"name", template_name}}), meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("app.no_template.hint"));
}

// The file with its line `language: …` in that language; templates hold their texts in both.
std::string speaking(std::string content, Lang lang) {
  constexpr std::string_view kKey = "\nlanguage: ";
  const auto at = content.find(kKey);
  if (at != std::string::npos) content.replace(at + kKey.size(), 2, code_of(lang));
  return content;
}

// False for a file that goes: a picture.
bool keep_structure(NewFile& file) {
  if (file.path.starts_with("maps/")) file.content = structure_of(parse_map(file.path, file.content));
  else if (file.path.starts_with("personas/") && file.path.ends_with(".yaml")) file.content = structure_of(parse_persona(file.path, file.content));
  return file.path.ends_with(".yaml");
}

TemplateInfo info_of(const std::string& name, TemplateGroup group) {
  TemplateInfo info{name, group, {}, {}, 0};
  for (const auto& file : template_files()) {
    if (name_of(file) != name || !below_template(file).starts_with("maps/")) continue;
    const JourneyMap map = parse_map(std::string(file.path), std::string(file.content)).value;
    info.title = map.title;
    for (const auto& stage : map.stages) {
      info.stages.push_back(stage.name);
      info.touchpoints += static_cast<std::int64_t>(stage.touchpoints.size());
    }
    break;
  }
  return info;
}

// "trade: shop hotel": the templates of that group, in order.
std::vector<std::string> names_in(TemplateGroup group) {
  std::string groups;
  for (const auto& file : template_files())
    if (file.path == kGroupsFile) groups = file.content;
  std::istringstream lines(groups);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(std::string(code_of(group)) + ": ")) continue;
    std::istringstream words(line.substr(code_of(group).size() + 1));
    std::vector<std::string> names;
    for (std::string name; words >> name;) names.push_back(name);
    return names;
  }
  return {};
}

}  // namespace

std::string_view code_of(TemplateGroup group) {
  switch (group) {
    case TemplateGroup::start: return "start";
    case TemplateGroup::stages: return "stages";
    case TemplateGroup::trade: return "trade";
  }
  return "";
}

std::vector<TemplateInfo> all_templates() {
  std::vector<TemplateInfo> all;
  for (const auto group : {TemplateGroup::start, TemplateGroup::stages, TemplateGroup::trade})
    for (const auto& name : names_in(group)) all.push_back(info_of(name, group));
  return all;
}

Result<std::vector<NewFile>> template_content(const std::string& template_name, Lang lang, Take take, std::optional<Date> today) {
  PARCOURS_TRY(const auto found, files_of(template_name));
  std::vector<NewFile> content;
  for (const TemplateFile* file : found) {
    NewFile made{std::string(below_template(*file)), speaking(std::string(file->content), lang)};
    if (today && made.path.starts_with("maps/")) made.content = redated(parse_map(made.path, made.content), *today);
    if (take == Take::structure && !keep_structure(made)) continue;
    content.push_back(std::move(made));
  }
  return content;
}

Date today_in_new_workspace(TimeMs now) { return Zone::find(kZone).value_or(Zone::utc()).date(now); }

Result<std::vector<std::string>> new_workspace(const std::string& folder, const std::string& template_name, Lang lang, Files& files, Take take,
                                               std::optional<Date> today) {
  PARCOURS_TRY(const auto content, template_content(template_name, lang, take, today));
  return write_new_workspace(folder, content, files);
}

Outcome write_settings(const std::string& folder, Lang lang, Files& files) {
  const std::string path = join_path(folder, "parcours.yaml");
  if (!files.exists(path))
    for (const auto& file : template_files())
      if (file.path == "empty/parcours.yaml") PARCOURS_CHECK(files.write(path, speaking(std::string(file.content), lang)));
  return write_gitignore(folder, files);
}

}  // namespace parcours
