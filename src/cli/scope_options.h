// The options that every question takes: which events, whose, counted how; and how the answer is shown.
#pragma once

#include <map>

#include "cli/options.h"
#include "cli/session.h"
#include "questions/answer_table.h"
#include "questions/question.h"

namespace parcours {

struct ScopeOptions {
  std::optional<std::string> since, until, inactivity, per;
  std::vector<std::string> where;

  void declare(Options& options);      // --since --until --where --inactivity
  void declare_per(Options& options);  // --per, of the questions that can count either way
  std::string first_given() const;     // the name of one that is; "": none is
  // The inactivity is --inactivity, else the map's (overlay/measured_map.h), else the workspace's; nothing where none of them says any.
  Result<Scope> scope(const Workspace& workspace, const JourneyMap* map = nullptr) const;
};

// How the answer is shown: a table, JSON, the reference query, the definition.
struct ShowOptions {
  bool sql = false, explain = false, reference = false;
  std::optional<std::int64_t> rows;

  void declare(Options& options);  // --sql --explain --reference --rows
};

// Misuse when the workspace has no event yet.
Outcome must_have_events(Workspace& workspace);

// Where the answer found no event at all: the filters that no event of the workspace passes, with what there is, on `err`.
Outcome tell_of_empty_filters(Session& session, Engine& engine, const Scope& scope, const Basis& basis);

// How tables are shown in this workspace: channels by their names. `rows`: of a table at most, when it was said.
TableOptions table_options(const Session& session, const Workspace& workspace, std::optional<std::int64_t> rows);

// Asks and shows: what every command with one question ends in.
// `names`: of the places that the question names by id.
Result<int> ask_and_show(Session& session, Workspace& workspace, const Question& question, const ShowOptions& show,
                         const std::map<std::string, std::string>& names = {});

}  // namespace parcours
