// A question as SQL: statements a person can read and run in order, and the rows that the results among them gave.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sql/database.h"

namespace parcours {

class Script {
 public:
  // A statement that makes something for the later ones. `why` becomes a comment above it.
  void make(std::string why, std::string sql) { statements_.push_back({std::move(why), "", std::move(sql)}); }
  // CREATE OR REPLACE TEMP TABLE name AS select
  void table(const std::string& name, std::string why, const std::string& select) {
    make(std::move(why), "CREATE OR REPLACE TEMP TABLE " + name + " AS\n" + select);
  }
  // A SELECT whose rows are wanted, under a name.
  void result(std::string name, std::string why, std::string select) { statements_.push_back({std::move(why), std::move(name), std::move(select)}); }

  struct Statement {
    std::string why, result, sql;
  };
  const std::vector<Statement>& statements() const { return statements_; }
  // For DuckDB's command line.
  std::string text() const;

 private:
  std::vector<Statement> statements_;
};

// The rows of one result, read by the position of the column.
class Rows {
 public:
  explicit Rows(SqlTable table) : table_(std::move(table)) {}
  std::size_t size() const { return table_.rows; }
  bool is_null(std::size_t row, std::size_t column) const { return table_.columns[column].nulls[row]; }
  std::int64_t integer(std::size_t row, std::size_t column) const { return table_.columns[column].integers[row]; }
  double number(std::size_t row, std::size_t column) const { return table_.columns[column].numbers[row]; }
  const std::string& text(std::size_t row, std::size_t column) const { return table_.columns[column].texts[row]; }
  bool truth(std::size_t row, std::size_t column) const { return table_.columns[column].integers[row] != 0; }
  std::optional<std::string> optional_text(std::size_t row, std::size_t column) const {
    return is_null(row, column) ? std::nullopt : std::optional(text(row, column));
  }
  std::optional<std::int64_t> optional_integer(std::size_t row, std::size_t column) const {
    return is_null(row, column) ? std::nullopt : std::optional(integer(row, column));
  }

 private:
  SqlTable table_;
};

using Results = std::map<std::string, Rows>;

Result<Results> run(Database& database, const Script& script);

}  // namespace parcours
