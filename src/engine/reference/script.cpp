#include "engine/reference/script.h"

namespace parcours {

std::string Script::text() const {
  std::string out;
  for (const auto& statement : statements_) {
    if (!out.empty()) out += "\n";
    for (std::size_t at = 0; at < statement.why.size();) {
      const std::size_t end = std::min(statement.why.find('\n', at), statement.why.size());
      out += "-- " + statement.why.substr(at, end - at) + "\n";
      at = end + 1;
    }
    out += statement.sql + ";\n";
  }
  return out;
}

Result<Results> run(Database& database, const Script& script) {
  Results results;
  for (const auto& statement : script.statements()) {
    if (statement.result.empty()) {
      PARCOURS_CHECK(database.execute(statement.sql));
      continue;
    }
    PARCOURS_TRY(auto table, database.query(statement.sql));
    results.insert_or_assign(statement.result, Rows(std::move(table)));
  }
  return results;
}

}  // namespace parcours
