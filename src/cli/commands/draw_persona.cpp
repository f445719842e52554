#include "cli/commands/draw_persona.h"

#include <algorithm>

#include "base/listed.h"
#include "base/suggest.h"
#include "overlay/lived_by.h"

namespace parcours {

Result<MeasuredMap> lived_by_persona(const MeasuredMap& map, const std::string& persona) {
  const auto& known = map.map.personas;
  if (std::find(known.begin(), known.end(), persona) == known.end()) return no_such_persona(persona, known);
  return as_lived_by(map, persona);
}

void narrow_to_persona(Scope& scope, const Workspace& workspace, const std::string& persona) {
  const auto known = workspace.persona_file(persona);
  if (known) scope.where.insert(scope.where.end(), known->value.segment.begin(), known->value.segment.end());
}

Failure no_such_persona(const std::string& persona, const std::vector<std::string>& known) {
  const auto near = nearest(persona, known);
  return misuse(msg("draw.no_persona", {{"persona", persona}}),
                near ? msg("cli.did_you_mean", {{"name", *near}}) : msg("draw.no_persona_hint", {{"personas", listed(known)}}));
}

}  // namespace parcours
