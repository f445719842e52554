// Any question, answered by SQL over a SELECT of events: what the reference engine does, and what tests hold kernels to.
#pragma once

#include "engine/reference/scope_sql.h"

namespace parcours {

// REQUIRES: probe() has looked at the log. Misuse: what engine/engine.h says, as the kernels refuse it.
Outcome check_question(const ReferenceLog& log, const Question& question);
Result<Answer> reference_answer(Database& database, const ReferenceLog& log, const Question& question);
// The same as text for DuckDB's command line.
std::string reference_sql(const ReferenceLog& log, const Question& question);

}  // namespace parcours
