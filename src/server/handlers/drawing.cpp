#include "server/handlers/drawing.h"

#include <algorithm>

#include "app/basis_text.h"
#include "app/opened.h"
#include "app/pictures.h"
#include "server/handlers/scope.h"

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

}  // namespace

Result<Theme> asked_theme(const Call& call) {
  const std::string asked(call.request.asked("theme").empty() ? "light" : call.request.asked("theme"));
  const auto theme = theme_of(asked);
  if (!theme) return misuse(msg("server.bad_value", {{"name", "theme"}, {"value", asked}}));
  return *theme;
}

Result<DrawOptions> asked_drawing(const Call& call, const MapFile& map) {
  DrawOptions options;
  options.lang = call.lang;
  PARCOURS_TRY(options.theme, asked_theme(call));
  options.stage = std::string(call.request.asked("stage"));
  if (!options.stage.empty() && !map.value.stage(options.stage))
    return misuse(msg("server.bad_value", {{"name", "stage"}, {"value", options.stage}}));
  const std::string_view wide = call.request.asked("wide");
  if (!wide.empty() && wide != "yes" && wide != "no") return misuse(msg("server.bad_value", {{"name", "wide"}, {"value", std::string(wide)}}));
  options.wide = wide == "yes";
  options.lanes = lanes_of(call.request.asked("lanes"));
  const auto codes = lane_codes(map.value);
  for (const auto& lane : options.lanes)
    if (std::find(codes.begin(), codes.end(), lane) == codes.end()) return misuse(msg("server.bad_value", {{"name", "lanes"}, {"value", lane}}));
  options.pictures = load_pictures(call.workspace, map).pictures;
  options.opened = opened_maps(call.workspace, map.value);
  return options;
}

bool without_figures(const Call& call) { return call.request.asked("measured") == "no" || !call.visitor.may(Right::read_figures); }

Result<MeasuredMap> asked_figures(Call& call, const MapFile& map, DrawOptions& options) {
  if (without_figures(call)) return unmeasured(call.workspace, map);
  PARCOURS_TRY(MeasuredAnswer answer, asked_answer(call, map));
  options.as_of = basis_text(answer.measured, call.workspace.zone(), call.lang);
  return std::move(answer.measured);
}

Response svg_reply(const Scene& scene) {
  Response response;
  response.type = "image/svg+xml";
  response.body = to_svg(scene);
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace parcours
