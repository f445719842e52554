// DuckDB's errors: which are the person's, which are the world's.
#include <string_view>

#include "sql/duckdb_handles.h"

namespace parcours {
namespace {

struct Family {
  std::string_view begins;  // DuckDB writes the type as the first words: "Parser Error: …"
  duckdb_error_type type;
};
constexpr Family kFamilies[] = {{"Parser Error", DUCKDB_ERROR_PARSER},
                                {"Binder Error", DUCKDB_ERROR_BINDER},
                                {"Catalog Error", DUCKDB_ERROR_CATALOG},
                                {"Syntax Error", DUCKDB_ERROR_SYNTAX},
                                {"Permission Error", DUCKDB_ERROR_PERMISSION},
                                {"INTERRUPT Error", DUCKDB_ERROR_INTERRUPT},
                                {"Out of Memory Error", DUCKDB_ERROR_OUT_OF_MEMORY},
                                {"IO Error", DUCKDB_ERROR_IO},
                                {"Conversion Error", DUCKDB_ERROR_CONVERSION},
                                {"Invalid Input Error", DUCKDB_ERROR_INVALID_INPUT}};

// Without the "Did you mean" lines and the drawing under it, which speak of SQL of our own making as often as not.
std::string first_line(std::string_view reason) { return std::string(reason.substr(0, reason.find('\n'))); }

Failure disk_failure(const std::string& text) {
  const Message what = msg("sql.disk", {{"reason", text}});
  if (text.find("No space left") == std::string::npos) return failure(what);
  return failure(what, msg("sql.disk_full.hint"));
}

}  // namespace

Failure sql_failure(duckdb_error_type type, const char* reason) {
  const std::string text = first_line(reason ? reason : "");
  switch (type) {
    case DUCKDB_ERROR_PARSER:
    case DUCKDB_ERROR_SYNTAX:
    case DUCKDB_ERROR_BINDER:
    case DUCKDB_ERROR_CATALOG: return misuse(msg("sql.not_understood", {{"reason", text}}));
    case DUCKDB_ERROR_PERMISSION: return misuse(msg("sql.not_allowed", {{"reason", text}}));
    case DUCKDB_ERROR_CONVERSION:
    case DUCKDB_ERROR_OUT_OF_RANGE:
    case DUCKDB_ERROR_DIVIDE_BY_ZERO: return misuse(msg("sql.bad_value", {{"reason", text}}));
    case DUCKDB_ERROR_INTERRUPT: {
      Failure stopped = failure(msg("sql.interrupted"));
      stopped.what.code = "interrupted";
      return stopped;
    }
    case DUCKDB_ERROR_OUT_OF_MEMORY: return failure(msg("sql.out_of_memory", {{"reason", text}}), msg("sql.out_of_memory.hint"));
    case DUCKDB_ERROR_IO: return disk_failure(text);
    default: return failure(msg("sql.failed", {{"reason", text}}));
  }
}

Failure sql_failure(const char* reason) {
  const std::string_view text = reason ? reason : "";
  for (const Family& family : kFamilies)
    if (text.starts_with(family.begins)) return sql_failure(family.type, reason);
  return sql_failure(DUCKDB_ERROR_INVALID, reason);
}

}  // namespace parcours
