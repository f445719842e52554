#include "app/own_files.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/text.h"
#include "map/workspace_files.h"

namespace parcours {
namespace {

bool is_workspace(const std::string& folder, const Files& files) { return files.exists(join_path(folder, kSettingsFile)); }

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Maps and personas lie one folder deep, views two, what is private as deep as it likes.
bool is_kept_in(std::string_view folder, std::string_view extension) {
  if (is_among(folder, {"events", ".parcours"})) return true;
  return is_among(folder, {"maps", "personas", "views"}) && is_among(extension, {"yaml", "yml"});
}

bool is_kept(const std::string& path, const Files& files) {
  const std::string name = file_name(path);
  std::string folder = parent_of(path);
  if ((name == kSettingsFile || name.starts_with("catalogue.sqlite")) && is_workspace(folder, files)) return true;
  for (int deep = 0; deep < 4 && folder != "." && folder != "/"; ++deep) {
    if (is_kept_in(file_name(folder), extension_of(name)) && is_workspace(parent_of(folder), files)) return true;
    folder = parent_of(folder);
  }
  return false;
}

}  // namespace

Outcome is_free_for_answers(const std::string& path, const Files& files) {
  if (is_kept(path, files)) return misuse(msg("app.own_file", {{"path", path}}), msg("app.own_file_hint"));
  return Done{};
}

}  // namespace parcours
