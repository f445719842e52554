#include "app/templates.h"

#include "base/suggest.h"
#include "map/map_file.h"

namespace parcours {
namespace {

constexpr std::string_view kGitignore =
    "# Events are about people, and what is derived can be made again.\n/events/\n/catalogue.sqlite*\n/.parcours/\n";

std::string_view name_of(const TemplateFile& file) { return file.path.substr(0, file.path.find('/')); }
std::string_view below_template(const TemplateFile& file) { return file.path.substr(file.path.find('/') + 1); }

Result<std::vector<const TemplateFile*>> files_of(const std::string& template_name) {
  std::vector<const TemplateFile*> found;
  for (const auto& file : template_files())
    if (name_of(file) == template_name) found.push_back(&file);
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

}  // namespace

std::vector<TemplateInfo> all_templates() {
  std::vector<TemplateInfo> all;
  for (const auto& file : template_files()) {
    if (all.empty() || all.back().name != name_of(file)) all.push_back({std::string(name_of(file)), {}});
    if (below_template(file).starts_with("maps/") && all.back().title.empty())
      all.back().title = parse_map(std::string(file.path), std::string(file.content)).value.title;
  }
  return all;
}

Result<std::vector<std::string>> new_workspace(const std::string& folder, const std::string& template_name, Lang lang, Files& files) {
  PARCOURS_TRY(const auto content, files_of(template_name));
  if (files.exists(folder) && !files.is_folder(folder)) return misuse(msg("app.not_a_folder", {{"folder", folder}}));
  if (!files.list(folder).empty()) return misuse(msg("app.folder_not_empty", {{"folder", folder}}), msg("app.folder_not_empty.hint"));
  std::vector<std::string> maps;
  for (const TemplateFile* file : content) {
    const std::string path = join_path(folder, below_template(*file));
    PARCOURS_CHECK(files.write(path, speaking(std::string(file->content), lang)));
    if (below_template(*file).starts_with("maps/")) maps.push_back(path);
  }
  PARCOURS_CHECK(files.write(join_path(folder, ".gitignore"), kGitignore));
  return maps;
}

}  // namespace parcours
