#include "cli/commands/missing_events.h"

#include <algorithm>

#include "base/suggest.h"

namespace parcours {
namespace {

// The name a rule asks for when it asks for exact names only and none of them is there.
std::optional<std::string> missing_name(const Rule& rule, const std::vector<std::string>& names) {
  std::optional<std::string> missing;
  for (const auto& condition : rule.any) {
    if (!condition.event || condition.event->kind != FieldTest::Kind::any_of) return std::nullopt;
    for (const auto& name : condition.event->values) {
      if (std::binary_search(names.begin(), names.end(), name)) return std::nullopt;
      missing = name;
    }
  }
  return missing;
}

}  // namespace

Outcome tell_of_missing_events(Session& session, Workspace& workspace, const ShowOptions& show, const std::vector<Step>& steps) {
  if (show.explain || show.sql) return Done{};
  PARCOURS_TRY(Engine* const engine, show.reference ? workspace.reference() : workspace.engine());
  PARCOURS_TRY(const auto names, engine->event_names());
  for (const auto& step : steps) {
    const auto missing = missing_name(step.rule, names);
    if (!missing) continue;
    const auto meant = nearest(*missing, names);
    session.complain({Severity::warning,
                      "no-such-event",
                      msg("cli.no_such_event", {{"step", step.name}}),
                      meant ? std::optional(msg("cli.did_you_mean", {{"name", *meant}})) : std::nullopt,
                      {}});
  }
  return Done{};
}

}  // namespace parcours
