#include "app/new_workspace.h"

namespace parcours {

constexpr std::string_view kGitignore =
    "# Events are about people, and what is derived can be made again.\n/events/\n/catalogue.sqlite*\n/.parcours/\n";

Result<std::vector<std::string>> write_new_workspace(const std::string& folder, const std::vector<NewFile>& content, Files& files) {
  if (files.exists(folder) && !files.is_folder(folder)) return misuse(msg("app.not_a_folder", {{"folder", folder}}));
  if (!files.list(folder).empty()) return misuse(msg("app.folder_not_empty", {{"folder", folder}}), msg("app.folder_not_empty.hint"));
  std::vector<std::string> maps;
  for (const auto& file : content) {
    const std::string path = join_path(folder, file.path);
    PARCOURS_CHECK(files.write(path, file.content));
    if (file.path.starts_with("maps/")) maps.push_back(path);
  }
  PARCOURS_CHECK(write_gitignore(folder, files));
  return maps;
}

Outcome write_gitignore(const std::string& folder, Files& files) {
  const std::string path = join_path(folder, ".gitignore");
  return files.exists(path) ? Outcome(Done{}) : files.write(path, kGitignore);
}

}  // namespace parcours
