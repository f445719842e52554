// One file of events into the workspace, as `import` and the studio do it.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"
#include "events/guess.h"
#include "events/import_source.h"

namespace parcours {

// How the file is going to be read. `remembered`: what was chosen for files with the same columns is followed where `options` say nothing.
// A file of `parcours simulate` says that it is synthetic in a column of its own.
Result<ColumnPlan> plan_import(Workspace& workspace, Inputs& inputs, const std::string& path, const ImportOptions& options, bool remembered);

// What was given, and what of the last time still holds, for files with the same columns the next time; nothing when `options` name nothing.
Outcome remember_choices(Workspace& workspace, const ColumnPlan& plan, const ImportOptions& options);

// What is to be told of it besides its numbers.
std::vector<Diagnostic> import_notes(const ImportSource& source, const ImportSummary& summary);

// {version, import, file, format, rows, imported, duplicates, rejected, …, rejects: the first thousand}; docs/formats/import.md
Json summary_json(const ImportSource& source, const ImportSummary& summary, Lang lang);

}  // namespace parcours
