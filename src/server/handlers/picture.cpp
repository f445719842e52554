// The one picture: map, actions, personas or calendar, as SVG.
#include <algorithm>

#include "app/basis_text.h"
#include "app/brand_font.h"
#include "app/pictures.h"
#include "app/plan.h"
#include "check/check.h"
#include "render/calendar.h"
#include "render/render.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

std::vector<std::string> lanes_of(std::string_view text) {
  std::vector<std::string> lanes;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    lanes.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return lanes;
}

Result<DrawOptions> options_of(const Call& call, const MapFile& map) {
  DrawOptions options;
  options.lang = call.lang;
  const std::string theme(call.request.asked("theme").empty() ? "light" : call.request.asked("theme"));
  const auto known = theme_of(theme);
  if (!known) return misuse(msg("server.bad_value", {{"name", "theme"}, {"value", theme}}));
  options.theme = *known;
  options.stage = std::string(call.request.asked("stage"));
  if (!options.stage.empty() && !map.value.stage(options.stage))
    return misuse(msg("server.bad_value", {{"name", "stage"}, {"value", options.stage}}));
  options.lanes = lanes_of(call.request.asked("lanes"));
  const auto codes = lane_codes();
  for (const auto& lane : options.lanes)
    if (std::find(codes.begin(), codes.end(), lane) == codes.end()) return misuse(msg("server.bad_value", {{"name", "lanes"}, {"value", lane}}));
  options.pictures = load_pictures(call.workspace, map).pictures;
  return options;
}

Result<Scene> drawn(Call& call, const MapFile& map) {
  PARCOURS_TRY(DrawOptions options, options_of(call, map));
  const std::string_view of = call.request.asked("of");
  const bool bare = call.request.asked("measured") == "no";
  if (of == "calendar") {
    PlanOptions plan;
    plan.no_events = bare;
    PARCOURS_TRY(const PlannedMap planned, plan_map(call.workspace, map, plan));
    options.as_of = basis_text(planned.measured, call.workspace.zone(), call.lang);
    return draw_calendar({planned.measured, planned.plan, planned.delays}, options);
  }
  PARCOURS_TRY(const MeasuredMap measured, measured_or_not(call.workspace, map, bare));
  options.as_of = basis_text(measured, call.workspace.zone(), call.lang);
  if (of == "actions") return draw_actions(measured, options);
  if (of == "personas") return draw_personas(measured, options);
  if (of.empty() || of == "map") return draw(measured, options);
  return misuse(msg("server.bad_value", {{"name", "of"}, {"value", std::string(of)}}));
}

}  // namespace

Response get_picture(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const UseFont font(load_brand_font(call.workspace).font);
  const auto scene = drawn(call, *map);
  if (!scene.ok()) return failure_reply(scene.failure(), call.lang);
  Response response;
  response.type = "image/svg+xml";
  response.body = to_svg(*scene);
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace parcours
