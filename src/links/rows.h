// Rows of a query as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/sqlite.h"

namespace parcours {

// `read` makes a value of the row the statement stands at.
template <class Read, class... Values>
auto rows_of(Sqlite& database, const std::string& sql, Read read, const Values&... values)
    -> Result<std::vector<std::invoke_result_t<Read, const SqliteStatement&>>> {
  PARCOURS_TRY(SqliteStatement statement, database.prepare(sql));
  statement.bind(values...);
  std::vector<std::invoke_result_t<Read, const SqliteStatement&>> rows;
  for (;;) {
    PARCOURS_TRY(const bool more, statement.step());
    if (!more) return rows;
    rows.push_back(read(statement));
  }
}

template <class Read, class... Values>
auto row_of(Sqlite& database, const std::string& sql, Read read, const Values&... values)
    -> Result<std::optional<std::invoke_result_t<Read, const SqliteStatement&>>> {
  PARCOURS_TRY(auto rows, rows_of(database, sql, read, values...));
  if (rows.empty()) return std::optional<std::invoke_result_t<Read, const SqliteStatement&>>();
  return std::optional(std::move(rows.front()));
}

template <class... Values>
Outcome run_row(Sqlite& database, const std::string& sql, const Values&... values) {
  PARCOURS_TRY(SqliteStatement statement, database.prepare(sql));
  return statement.bind(values...).run();
}

}  // namespace parcours
