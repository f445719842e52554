// How an import is shown: what was guessed, how far it is, what came of it.
#pragma once

#include <string>

#include "cli/session.h"
#include "events/column_plan.h"
#include "events/import_source.h"

namespace parcours {

// The guesses, the first rows as a small table and the remarks; on `err`.
void show_plan(Session& session, const std::string& path, const ColumnPlan& plan);

// A line that moves, on a terminal only.
class ProgressLine {
 public:
  explicit ProgressLine(Session& session) : session_(session) {}
  void show(const ImportSource& source);
  void clear();

 private:
  Session& session_;
  bool shown_ = false;
};

void show_summary(Session& session, const ImportSource& source, const ImportSummary& summary, bool dry_run, const std::string& rejects_path);

std::string read_line();  // from standard input; empty at its end

}  // namespace parcours
