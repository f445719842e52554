// Changing a map or a persona: by edits, which are merged with what others have changed meanwhile; a map as a whole text, too.
#include <algorithm>

#include "check/check.h"
#include "server/handlers/handlers.h"
#include "server/merge.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::size_t kEditsMax = 200;

struct AskedEdits {
  std::string version;  // of the text they were made on
  std::vector<Edit> edits;
  std::vector<Json> was;
};

Result<AskedEdits> asked_edits(const Request& request) {
  PARCOURS_TRY(const Json body, json_body(request));
  const bool whole = body.is_object() && body.contains("of") && body["of"].is_string() && body.contains("edits") && body["edits"].is_array();
  if (!whole || body["edits"].empty() || body["edits"].size() > kEditsMax) return misuse(msg("server.bad_edits"));
  AskedEdits out;
  out.version = body["of"].get<std::string>();
  for (const Json& json : body["edits"]) {
    PARCOURS_TRY(Edit edit, edit_from_json(json));
    out.edits.push_back(std::move(edit));
    out.was.push_back(json.contains("was") ? json["was"] : Json());
  }
  return out;
}

// What a file that can be edited is called in answers, how it is read anew, and what is said when it would be broken.
template <class File>
struct Kind;

template <>
struct Kind<MapFile> {
  static constexpr const char* kName = "map";
  static constexpr const char* kBroken = "not-a-map";
  static MapFile parsed(const std::string& file, const std::string& text) { return parse_map(file, text); }
  static Json json(const MapFile& map, Lang lang) { return map_json(map, lang); }
  static Message broken() { return msg("server.not_a_map"); }
};

template <>
struct Kind<PersonaFile> {
  static constexpr const char* kName = "persona";
  static constexpr const char* kBroken = "not-a-persona";
  static PersonaFile parsed(const std::string& file, const std::string& text) { return parse_persona(file, text); }
  static Json json(const PersonaFile& persona, Lang lang) { return persona_json(persona, lang); }
  static Message broken() { return msg("server.not_a_persona"); }
};

template <class File>
Response conflict_reply(const EditConflict& conflict, const File& file, Lang lang) {
  Response response = error_reply(409, "changed-elsewhere", msg("server.conflict"), lang);
  Json body = Json::parse(response.body);
  body["conflict"] = {{"path", conflict.path}, {"was", conflict.was}, {"theirs", conflict.theirs}, {"yours", conflict.yours}};
  body[Kind<File>::kName] = Kind<File>::json(file, lang);
  response.body = to_text(body);
  return response;
}

std::int64_t errors_in(const std::vector<Diagnostic>& said) {
  return std::count_if(said.begin(), said.end(), [](const auto& d) { return d.severity == Severity::error; });
}

// Writes the text unless it says more wrong things than before.
template <class File>
Response write(Call& call, const File& before, const std::string& text) {
  const File after = Kind<File>::parsed(before.source.file(), text);
  if (errors_in(after.diagnostics) > errors_in(before.diagnostics)) {
    Response response = error_reply(422, Kind<File>::kBroken, Kind<File>::broken(), call.lang);
    Json body = Json::parse(response.body);
    body["problems"] = Json::array();
    for (const auto& diagnostic : after.diagnostics)
      if (diagnostic.severity == Severity::error) body["problems"].push_back(to_json(diagnostic, call.lang));
    response.body = to_text(body);
    return response;
  }
  if (text != before.source.text()) {
    const auto written = call.workspace.doors().files.write(before.source.file(), text);
    if (!written.ok()) return failure_reply(written.failure(), call.lang);
  }
  return json_reply(Kind<File>::json(after, call.lang));
}

template <class File>
Response edited(Call& call, const File& file) {
  const auto asked = asked_edits(call.request);
  if (!asked.ok()) return failure_reply(asked.failure(), call.lang);
  if (!readable(file.diagnostics)) return error_reply(422, "broken-file", msg("server.broken_file"), call.lang, msg("server.broken_file_hint"));
  const bool merged = asked->version != version_of(file.source.text());
  if (merged)
    for (std::size_t i = 0; i < asked->edits.size(); ++i)
      if (const auto conflict = conflict_of(file.source, asked->edits[i], asked->was[i])) return conflict_reply(*conflict, file, call.lang);
  const auto text = apply_edits(file.source.file(), file.source.text(), asked->edits);
  if (!text.ok()) return error_reply(422, "cannot-edit", text.failure().what.message, call.lang, text.failure().what.hint);
  Response response = write(call, file, *text);
  if (!merged || response.status != 200) return response;
  Json body = Json::parse(response.body);
  body["before"] = file.source.text();  // what undoing this goes back to: the others' edits stay
  response.body = to_text(body);
  return response;
}

}  // namespace

Response post_edits(Call& call) {
  const auto map = map_of(call);
  return map.ok() ? edited(call, *map) : no_map(map.failure(), call.lang);
}

Response post_persona_edits(Call& call) {
  const auto persona = persona_of(call);
  return persona.ok() ? edited(call, *persona) : no_persona(persona.failure(), call.lang);
}

Response put_text(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto is_text = [&](const char* key) { return body->is_object() && body->contains(key) && (*body)[key].is_string(); };
  if (!is_text("of") || !is_text("text")) return error_reply(400, "bad-text", msg("server.bad_text"), call.lang);
  const std::string text = (*body)["text"].get<std::string>();
  if ((*body)["of"].get<std::string>() != version_of(map->source.text()))
    return conflict_reply({"", nullptr, map->source.text(), text}, *map, call.lang);
  return write(call, *map, text);
}

}  // namespace parcours
