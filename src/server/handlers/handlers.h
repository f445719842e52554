// Every handler; a new one adds its file, its name here, its line in server/routes.cpp with the right it needs, and its path in
// docs/formats/openapi.yaml.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"
#include "server/access/visitor.h"
#include "server/http.h"
#include "server/importing.h"

namespace parcours {

struct Call {
  Workspace& workspace;
  const Request& request;
  std::vector<std::string> steps;  // what the `*` of the route stand for
  Lang lang;
  Importing& importing;
  const Visitor& visitor;  // who may have this route; what is within it and not for him, the handler leaves out
  SlowSecrets& secrets;
  std::string about = {};  // what the audit log says it was about; "": what the path and the query name
};

Response get_workspace(Call& call);
Response get_logo(Call& call);
Response get_changes(Call& call);
Response get_map(Call& call);
Response post_edits(Call& call);
Response put_text(Call& call);
Response get_persona(Call& call);
Response post_personas(Call& call);
Response post_persona_edits(Call& call);
Response get_picture(Call& call);
Response get_out(Call& call);
Response get_figures(Call& call);
Response get_findings(Call& call);
Response post_maps(Call& call);
Response get_templates(Call& call);
Response get_template_picture(Call& call);
Response get_guided(Call& call);
Response post_guided(Call& call);
Response delete_guided(Call& call);
Response get_quality(Call& call);
Response post_person(Call& call);
Response post_forget(Call& call);
Response post_look(Call& call);
Response get_imports(Call& call);
Response post_imports(Call& call);
Response delete_import(Call& call);
Response post_ask(Call& call);
Response post_customers(Call& call);
Response get_customer(Call& call);
Response get_segments(Call& call);
Response get_links(Call& call);
Response post_links(Call& call);
Response renew_link(Call& call);
Response delete_link(Call& call);
Response get_link_said(Call& call);
Response delete_link_person(Call& call);
Response get_guest_link(Call& call);
Response enter_link(Call& call);
Response get_guest_picture(Call& call);
Response get_guest_page(Call& call);
Response post_join(Call& call);
Response get_said(Call& call);
Response post_said(Call& call);
Response get_several(Call& call);

// Outside /api: the studio’s own files. A path without a point is a place of the studio and gets index.html.
Response studio_page(const Request& request);

// The map that call.steps[0] names; its problems are its own. Misuse: the workspace has no map of that name.
Result<MapFile> map_of(const Call& call);
Response no_map(const Failure& failure, Lang lang);  // 404
Result<PersonaFile> persona_of(const Call& call);
Response no_persona(const Failure& failure, Lang lang);  // 404
// As YAML, from beginning to end: without that there is nothing to edit. Of all that is said of the file.
bool readable(const std::vector<Diagnostic>& said);
Response no_events_reply(Lang lang);                 // 422
std::string version_of(const std::string& text);     // of a file's text
Json map_json(const MapFile& map, Lang lang);        // docs/formats/http.md
Json persona_json(const PersonaFile& persona, Lang lang);

}  // namespace parcours
