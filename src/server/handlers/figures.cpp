// The measured figures of a map: of all events, of a period or a segment, broken down, compared.
#include "app/measure_json.h"
#include "server/handlers/scope.h"
#include "server/replies.h"

namespace parcours {
namespace {

Result<Json> figures_json(Call& call, const MapFile& map) {
  PARCOURS_TRY(const MeasuredAnswer answer, asked_answer(call, map));
  if (!answer.measured.figures) return Json{{"version", 1}, {"map", map.value.id}, {"measured", false}};
  Json json = measured_json(answer, call.workspace.zone(), call.lang);
  json["measured"] = true;
  if (answer.measured.against) json["sides"] = {{"here", answer.measured.against->here}, {"there", answer.measured.against->there}};
  return json;
}

}  // namespace

Response get_figures(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const auto json = figures_json(call, *map);
  if (!json.ok()) return failure_reply(json.failure(), call.lang);
  return json_reply(*json);
}

}  // namespace parcours
