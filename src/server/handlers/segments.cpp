// By what a question may be narrowed: fields of the events with their values, and the map's personas with their segments.
#include "app/segment_choices.h"
#include "questions/parse_step.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

Json fields_json(const std::vector<SegmentField>& fields) {
  Json out = Json::array();
  for (const auto& field : fields) {
    Json values = Json::array();
    for (const auto& value : field.values)
      values.push_back(
          {{"value", value.text}, {"events", value.events}, {"where", show_filter({field.field, {FieldTest::Kind::any_of, {value.text}, {}, {}}})}});
    out.push_back({{"field", field.field}, {"values", std::move(values)}});
  }
  return out;
}

Json personas_json(const std::vector<Persona>& personas, Lang lang) {
  Json out = Json::array();
  for (const auto& persona : personas) {
    Json where = Json::array();
    for (const auto& condition : persona.segment) where.push_back(show_filter(condition));
    out.push_back({{"id", persona.id}, {"name", persona.name.in(lang)}, {"where", std::move(where)}});
  }
  return out;
}

}  // namespace

Response get_segments(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  const auto fields = segment_fields(call.workspace);
  if (!fields.ok()) return failure_reply(fields.failure(), call.lang);
  return json_reply({{"version", 1}, {"fields", fields_json(*fields)}, {"personas", personas_json(call.workspace.around(*map).personas, call.lang)}});
}

}  // namespace parcours
