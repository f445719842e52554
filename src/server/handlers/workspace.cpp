// The workspace at a glance: its maps, the channels one may name, whether there are events.
#include <algorithm>

#include "app/pictures.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

std::string name_in(const LocalText& text, Lang lang) { return text.in(lang); }

Json map_line(const MapFile& map, Lang lang) {
  std::int64_t touchpoints = 0;
  for (const auto& stage : map.value.stages) touchpoints += static_cast<std::int64_t>(stage.touchpoints.size());
  return {{"id", map.value.id},
          {"title", name_in(map.value.title, lang)},
          {"offer", name_in(map.value.offer, lang)},
          {"state", code_of(map.value.state)},
          {"stages", map.value.stages.size()},
          {"touchpoints", touchpoints},
          {"usable", map.usable()}};
}

Json channels(const WorkspaceSettings& settings, Lang lang) {
  std::vector<std::string> ids;
  for (const auto& channel : settings.channels) ids.push_back(channel.id);
  for (auto& id : usual_channels())
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  Json out = Json::array();
  for (const auto& id : ids) {
    const std::string name = name_in(channel_info(settings, id).name, lang);
    out.push_back({{"id", id}, {"name", name.empty() ? id : name}});
  }
  return out;
}

}  // namespace

Response get_workspace(Call& call) {
  Json maps = Json::array();
  for (const auto& name : call.workspace.map_names())
    if (const auto map = call.workspace.map(name); map.ok()) maps.push_back(map_line(*map, call.lang));
  const auto has_events = call.workspace.has_events();
  const WorkspaceSettings& settings = call.workspace.settings();
  return json_reply({{"version", 1},
                     {"name", name_in(settings.name, call.lang)},
                     {"language", code_of(settings.language)},
                     {"currency", settings.currency},
                     {"has_events", has_events.ok() && *has_events},
                     {"maps", std::move(maps)},
                     {"channels", channels(settings, call.lang)}});
}

Response get_logo(Call& call) {
  const PicturePtr logo = load_logo(call.workspace);
  if (!logo) return error_reply(404, "no-logo", msg("server.no_logo"), call.lang);
  Response response;
  response.type = logo->type;
  response.body = logo->bytes;
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

// The listener sends what Service::changes() says, as long as somebody listens.
Response get_changes(Call&) {
  Response response;
  response.type = "text/event-stream";
  response.fields.emplace_back("Cache-Control", "no-store");
  response.streams_changes = true;
  return response;
}

}  // namespace parcours
