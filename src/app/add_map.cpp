#include "app/add_map.h"

#include <algorithm>

#include "map/edits.h"
#include "map/workspace_files.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

const NewFile* map_among(const std::vector<NewFile>& files) {
  const auto found = std::find_if(files.begin(), files.end(), [](const NewFile& file) { return file.path.starts_with("maps/"); });
  return found == files.end() ? nullptr : &*found;
}

std::string id_nobody_has(const Workspace& workspace, const std::string& wanted) {
  const auto taken = workspace.map_names();
  std::string id = wanted;
  for (int n = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++n) id = wanted + "_" + std::to_string(n);
  return id;
}

// The channels that `settings` declares and the workspace does not, as they are written there.
Json channels_to_add(const Workspace& workspace, const NewFile& settings) {
  Json out = Json::array();
  const SettingsFile theirs = parse_settings(settings.path, settings.content);
  if (!theirs.usable() || !theirs.source.tree() || theirs.source.tree()->empty()) return out;
  const Json content = to_json(*theirs.source.tree());
  if (!content.contains("channels")) return out;
  const auto& known = workspace.settings().channels;
  for (const Json& channel : content["channels"]) {
    const bool there = std::any_of(known.begin(), known.end(), [&](const ChannelInfo& info) { return channel.value("id", "") == info.id; });
    if (!there) out.push_back(channel);
  }
  return out;
}

Outcome add_channels(const Workspace& workspace, const NewFile& settings) {
  const Json channels = channels_to_add(workspace, settings);
  if (channels.empty()) return Done{};
  const SourceText& ours = workspace.settings_file().source;
  std::vector<Edit> edits;
  if (!ours.has("channels")) edits.push_back(set_edit("channels", channels));
  else
    for (const Json& channel : channels) edits.push_back(add_item("channels", channel));
  PARCOURS_TRY(const std::string text, apply_edits(ours.file(), ours.text(), edits));
  return workspace.doors().files.write(join_path(workspace.folder(), kSettingsFile), text);
}

}  // namespace

Result<std::string> add_map(const Workspace& workspace, const std::vector<NewFile>& files) {
  const NewFile* map = map_among(files);
  if (!map) return misuse(msg("app.no_map_among"));
  Files& disk = workspace.doors().files;
  for (const NewFile& file : files) {
    const std::string path = join_path(workspace.folder(), file.path);
    if (file.path == kSettingsFile) PARCOURS_CHECK(add_channels(workspace, file));
    else if (!file.path.starts_with("maps/") && !disk.exists(path)) PARCOURS_CHECK(disk.write(path, file.content));
  }
  const std::string id = id_nobody_has(workspace, stem_of(file_name(map->path)));
  PARCOURS_CHECK(disk.write(join_path(workspace.folder(), "maps/" + id + ".yaml"), map->content));
  return id;
}

}  // namespace parcours
