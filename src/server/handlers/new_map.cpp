// A new map in the workspace: from a template, the guided start, or a file of another tool.
#include "app/add_map.h"
#include "app/read_form.h"
#include "app/templates.h"
#include "base/files.h"
#include "check/check.h"
#include "server/handlers/guided.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

Json remarks_json(const std::vector<Diagnostic>& diagnostics, Severity most, Lang lang) {
  Json out = Json::array();
  for (const auto& diagnostic : diagnostics)
    if (diagnostic.severity == most || most != Severity::error) out.push_back(to_json(diagnostic, lang));
  return out;
}

Response added(Call& call, const std::vector<NewFile>& files, Json remarks) {
  const auto id = add_map(call.workspace, files);
  if (!id.ok()) return failure_reply(id.failure(), call.lang);
  call.about = *id;
  return json_reply({{"version", 1}, {"id", *id}, {"remarks", std::move(remarks)}}, 201);
}

Response from_template(Call& call, const Json& body) {
  const Date today = call.workspace.zone().date(call.workspace.doors().clock.now());
  const Take take = body.value("structure", false) ? Take::structure : Take::everything;
  const auto content = template_content(body["template"].get<std::string>(), call.lang, take, today);
  if (!content.ok()) return failure_reply(content.failure(), call.lang);
  return added(call, *content, Json::array());
}

Response from_answers(Call& call) {
  const GuidedAnswers answers = kept_answers(call.workspace, call.lang);
  const auto made = files_of(answers, true);
  if (!made.ok()) return failure_reply(made.failure(), call.lang);
  std::vector<NewFile> files = {{"maps/" + made->map_id + ".yaml", made->map}};
  if (!made->persona_id.empty()) files.push_back({"personas/" + made->persona_id + ".yaml", made->persona});
  Response response = added(call, files, Json::array());
  if (response.status != 201) return response;
  if (const auto gone = forget_answers(call.workspace); !gone.ok()) return failure_reply(gone.failure(), call.lang);
  return response;
}

Response from_upload(Call& call) {
  const std::string name = file_name(call.request.asked("name"));
  MemoryFiles files;
  if (const auto put = files.write(name, call.request.body); !put.ok()) return failure_reply(put.failure(), call.lang);
  const auto brought = read_form(name, files);
  if (!brought.ok()) return error_reply(422, "cannot-read", brought.failure().what.message, call.lang, brought.failure().what.hint);
  if (brought->read.usable())
    return added(call, workspace_around(*brought, call.lang), remarks_json(brought->read.diagnostics, Severity::note, call.lang));
  Response response = error_reply(422, "cannot-read", msg("server.unreadable_form", {{"name", name}}), call.lang);
  Json body = Json::parse(response.body);
  body["problems"] = remarks_json(brought->read.diagnostics, Severity::error, call.lang);
  response.body = to_text(body);
  return response;
}

}  // namespace

Response post_maps(Call& call) {
  if (call.request.field("content-type").starts_with("application/octet-stream")) return from_upload(call);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const bool structured = !body->is_object() || !body->contains("structure") || (*body)["structure"].is_boolean();
  if (body->is_object() && structured && body->contains("template") && (*body)["template"].is_string()) return from_template(call, *body);
  if (body->is_object() && body->contains("guided") && (*body)["guided"] == true) return from_answers(call);
  return error_reply(400, "bad-map", msg("server.bad_new_map"), call.lang);
}

}  // namespace parcours
