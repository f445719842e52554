#include "cli/scope_options.h"

#include <algorithm>
#include <chrono>
#include <ostream>

#include "base/letters.h"
#include "base/listed.h"
#include "cli/values.h"
#include "questions/answer_json.h"
#include "questions/definitions.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

constexpr std::size_t kMostValuesLooked = 1000, kMostValuesShown = 12;

}  // namespace

void ScopeOptions::declare(Options& options) {
  options.value("--since", "DATE", "option.since", since);
  options.value("--until", "DATE", "option.until", until);
  options.values("--where", "FIELD=VALUE", "option.where", where);
  options.value("--inactivity", "SPAN", "option.inactivity", inactivity);
}

void ScopeOptions::declare_per(Options& options) { options.value("--per", "customer|journey", "option.per", per); }

std::string ScopeOptions::first_given() const {
  return since ? "--since" : until ? "--until" : !where.empty() ? "--where" : per ? "--per" : inactivity ? "--inactivity" : "";
}

Result<Scope> ScopeOptions::scope(const Workspace& workspace, const JourneyMap* map) const {
  const Zone& zone = workspace.zone();
  Scope scope;
  if (since) { PARCOURS_TRY(scope.since, since_value("--since", *since, zone)); }
  if (until) { PARCOURS_TRY(scope.until, until_value("--until", *until, zone)); }
  scope.inactivity = map ? inactivity_of(*map, workspace.settings()) : workspace.settings().inactivity;
  if (inactivity) { PARCOURS_TRY(scope.inactivity, span_value("--inactivity", *inactivity)); }
  if (per && *per != "customer" && *per != "journey")
    return misuse(msg("cli.bad_option_value", {{"option", "--per"}, {"text", *per}}), msg("cli.per_hint"));
  scope.per = per && *per == "journey" ? Per::journey : Per::customer;
  for (const auto& text : where) {
    PARCOURS_TRY(auto condition, parse_where(text));
    scope.where.push_back(std::move(condition));
  }
  return scope;
}

void ShowOptions::declare(Options& options) {
  options.flag("--sql", "option.sql", sql);
  options.flag("--explain", "option.explain", explain);
  options.flag("--reference", "option.reference", reference);
  options.number("--rows", "N", "option.rows", rows);
}

Outcome must_have_events(Workspace& workspace) {
  PARCOURS_TRY(const bool has_events, workspace.has_events());
  return has_events ? Outcome(Done{}) : Outcome(misuse(msg("cli.no_events"), msg("cli.no_events.hint")));
}

Outcome tell_of_empty_filters(Session& session, Engine& engine, const Scope& scope, const Basis& basis) {
  if (basis.events > 0) return Done{};
  for (const FieldCondition& condition : scope.where) {
    PARCOURS_TRY(const auto values, engine.values_of(condition.field, kMostValuesLooked));
    if (values.empty() || std::any_of(values.begin(), values.end(), [&](const auto& value) { return passes(condition.test, value); })) continue;
    session.complain({Severity::warning,
                      "filter-finds-nothing",
                      msg("cli.filter_finds_nothing", {{"filter", show_filter(condition)}}),
                      msg("cli.filter_values", {{"field", condition.field}, {"values", listed(values, kMostValuesShown)}}),
                      {}});
  }
  return Done{};
}

namespace {

// A text that is the whole answer; asked for as JSON, it is its one member.
int show_text(Session& session, const char* member, const std::string& text) {
  if (session.json) session.print({{"version", 1}, {member, text}});
  else session.out << text << "\n";
  return kExitFine;
}

}  // namespace

Result<int> ask_and_show(Session& session, Workspace& workspace, const Question& question, const ShowOptions& show,
                         const std::map<std::string, std::string>& names) {
  if (show.explain) return show_text(session, "definition", on_lines(definition_of(question, workspace.zone(), session.lang, names)));
  if (!show.sql) PARCOURS_CHECK(must_have_events(workspace));
  PARCOURS_TRY(Engine* const engine, show.reference || show.sql ? workspace.reference() : workspace.engine());
  if (show.sql) {
    PARCOURS_TRY(const auto sql, engine->sql(question));
    return show_text(session, "sql", sql);
  }
  const auto begun = std::chrono::steady_clock::now();
  PARCOURS_TRY(const auto answer, engine->ask(question));
  const auto& scope = std::visit([](const auto& asked) -> const Scope& { return asked.scope; }, question);
  PARCOURS_CHECK(tell_of_empty_filters(session, *engine, scope, std::visit([](const auto& got) -> const Basis& { return got.basis; }, answer)));
  if (session.stats) {
    const auto spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun);
    session.note(msg("cli.stats", {{"seconds", spent.count()}}));
  }
  if (session.json) {
    session.print(to_json(question, answer, workspace.zone(), session.lang));
    return kExitFine;
  }
  TableOptions table = table_options(session, workspace, show.rows);
  table.touchpoints = names;
  session.out << on_lines(to_table(question, answer, table));
  return kExitFine;
}

TableOptions table_options(const Session& session, const Workspace& workspace, std::optional<std::int64_t> rows) {
  TableOptions options{session.lang, workspace.zone()};
  if (rows) options.rows_most = static_cast<std::size_t>(*rows);
  const WorkspaceSettings& settings = workspace.settings();
  for (const std::string& id : usual_channels()) options.channels[id] = channel_info(settings, id).name.in(session.lang);
  for (const ChannelInfo& declared : settings.channels) options.channels[declared.id] = channel_info(settings, declared.id).name.in(session.lang);
  return options;
}

}  // namespace parcours
