// The measured figures of a map: of all events, of a period or a segment, broken down, compared.
#include "app/compare.h"
#include "app/measure_json.h"
#include "app/scope_values.h"
#include "questions/parse_step.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

// One filter a line.
Result<std::vector<FieldCondition>> conditions_in(std::string_view text) {
  std::vector<FieldCondition> conditions;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    PARCOURS_TRY(auto condition, parse_where(text.substr(0, end)));
    conditions.push_back(std::move(condition));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return conditions;
}

Result<MeasureRequest> asked_measure(const Call& call, const JourneyMap& map) {
  MeasureRequest request;
  const auto said = [&](const char* name) { return std::string(call.request.asked(name)); };
  const Zone& zone = call.workspace.zone();
  request.scope.inactivity = inactivity_of(map, call.workspace.settings());
  if (!said("since").empty()) { PARCOURS_TRY(request.scope.since, since_value("since", said("since"), zone)); }
  if (!said("until").empty()) { PARCOURS_TRY(request.scope.until, until_value("until", said("until"), zone)); }
  PARCOURS_TRY(request.scope.where, conditions_in(said("where")));
  request.by = said("by");
  return request;
}

Result<Json> figures_json(Call& call, const MapFile& map) {
  PARCOURS_TRY(const MeasureRequest request, asked_measure(call, map.value));
  PARCOURS_TRY(auto answer, measure(call.workspace, map, request));
  if (!answer.measured.figures) return Json{{"version", 1}, {"map", map.value.id}, {"measured", false}};
  const std::string against(call.request.asked("against"));
  if (!against.empty()) PARCOURS_CHECK(compare_with(call.workspace, map, request, {"against", against, call.lang}, answer));
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
