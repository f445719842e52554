// Personas: what their files say as data, and a new one.
#include "base/files.h"
#include "map/edits.h"
#include "map/slips.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::size_t kNameMax = 100;  // letters and more of them in bytes

// An id of its own made from the name: "ana", "ana_2".
std::string free_id(const Workspace& workspace, const std::string& name) {
  const std::string wanted = as_id(name).empty() ? "persona" : as_id(name);
  std::string id = wanted;
  for (int n = 2; workspace.persona_file(id); ++n) id = wanted + "_" + std::to_string(n);
  return id;
}

}  // namespace

Result<PersonaFile> persona_of(const Call& call) {
  const std::string& id = call.steps.front();
  auto persona = as_id(id) == id ? call.workspace.persona_file(id) : std::nullopt;  // what is no id is no file of ours
  if (!persona) return misuse(msg("server.no_persona", {{"name", id}}));
  return std::move(*persona);
}

Response no_persona(const Failure& failure, Lang lang) { return error_reply(404, "no-such-persona", failure.what.message, lang, failure.what.hint); }

Response get_persona(Call& call) {
  const auto persona = persona_of(call);
  return persona.ok() ? json_reply(persona_json(*persona, call.lang)) : no_persona(persona.failure(), call.lang);
}

Response post_personas(Call& call) {
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const bool named = body->is_object() && body->contains("name") && (*body)["name"].is_string();
  const std::string name = named ? (*body)["name"].get<std::string>() : "";
  if (name.empty() || name.size() > kNameMax) return error_reply(400, "bad-persona", msg("server.bad_persona"), call.lang);
  const std::string id = free_id(call.workspace, name), file = join_path(join_path(call.workspace.folder(), "personas"), id + ".yaml");
  const auto text = apply_edits(file, "parcours: 1\nname: persona\n", {set_edit("name", name)});
  if (!text.ok()) return error_reply(400, "bad-persona", text.failure().what.message, call.lang);
  const auto written = call.workspace.doors().files.write(file, *text);
  if (!written.ok()) return failure_reply(written.failure(), call.lang);
  call.about = id;
  return json_reply(persona_json(parse_persona(file, *text), call.lang), 201);
}

}  // namespace parcours
