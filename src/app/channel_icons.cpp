#include "app/channel_icons.h"

#include "base/suggest.h"
#include "render/icons.h"

namespace parcours {
namespace {

Message icon_hint(std::string_view icon) {
  std::vector<std::string_view> names;
  for (const IconPath& path : icon_paths()) names.push_back(path.name);
  const auto near = nearest(icon, std::span<const std::string_view>(names));
  return near ? msg("app.icon.near", {{"icon", *near}}) : msg("app.icon.list");
}

}  // namespace

std::vector<Diagnostic> unknown_icons(const Workspace& workspace) {
  std::vector<Diagnostic> out;
  for (const ChannelInfo& channel : workspace.settings().channels)
    if (!channel.icon.empty() && !has_icon(channel.icon))
      out.push_back({Severity::warning, "unknown-icon", msg("app.icon.unknown", {{"icon", channel.icon}}), icon_hint(channel.icon),
                     workspace.settings_file().source.place("channels/" + channel.id + "/icon")});
  return out;
}

}  // namespace parcours
