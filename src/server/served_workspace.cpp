#include "server/served_workspace.h"

#include "base/digest.h"
#include "map/workspace_files.h"

namespace parcours {

Result<Workspace*> ServedWorkspace::open() {
  const auto settings = doors_.files.read(join_path(folder_, kSettingsFile), kMaxMapBytes);
  if (workspace_ && settings.ok() && *settings == settings_) return &*workspace_;
  workspace_.reset();
  PARCOURS_TRY(auto opened, Workspace::open(folder_, doors_));
  workspace_.emplace(std::move(opened));
  settings_ = settings.ok() ? *settings : "";
  return &*workspace_;
}

std::shared_ptr<const ServedWorkspace::Versions> ServedWorkspace::versions() {
  if (looked_) return versions_;
  looked_ = true;
  Versions now = read_versions();
  if (!versions_ || now != *versions_) versions_ = std::make_shared<const Versions>(std::move(now));
  return versions_;
}

ServedWorkspace::Versions ServedWorkspace::read_versions() const {
  Versions now;
  const auto look = [&](const std::string& path) {
    if (const auto text = doors_.files.read(join_path(folder_, path), kMaxMapBytes + 1); text.ok()) now[path] = to_hex(digest(*text));
  };
  look(std::string(kSettingsFile));
  std::vector<std::string> parts = {"maps", "personas"};
  for (const auto& map : doors_.files.list(join_path(folder_, "views"))) parts.push_back(join_path("views", map));
  for (const std::string& part : parts)
    for (const auto& name : doors_.files.list(join_path(folder_, part)))
      if (const auto form = extension_of(name); form == "yaml" || form == "yml") look(join_path(part, name));
  std::string segments;
  for (const auto& name : doors_.files.list(join_path(folder_, "events"))) segments += name + "\n";
  now["events"] = to_hex(digest(segments));
  return now;
}

}  // namespace parcours
