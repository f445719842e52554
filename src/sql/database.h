// One narrow door to an in-memory DuckDB: SQL in, typed columns out; columns in, Parquet out. Nothing of DuckDB shows here.
// A Database is used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "sql/appender.h"
#include "sql/rows.h"
#include "sql/table.h"

namespace parcours {

struct DatabaseSettings {
  int threads = 0;                       // 0: one a core
  std::uint64_t memory_limit_bytes = 0;  // 0: DuckDB's own limit (80 % of the machine)
  std::string temp_folder;               // where what does not fit in memory goes; empty: nothing is written to disk
  // For SQL written by a person: it reads only in these folders, reaches nothing else and changes no setting.
  bool guarded = false;
  std::vector<std::string> readable_folders;
};

// A parameter ($1, $2, …); monostate is NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

struct ParquetOptions {
  int row_group_rows = 122880;
  int compression_level = 1;  // of zstd
};

// Failures: a text that cannot be understood or names what is not there is misuse; anything else is failure.
// A statement that its caller stops fails with the code "interrupted". Extensions are never fetched from the network.
class Database {
 public:
  using KeepGoing = std::function<bool()>;  // asked often while a statement runs, so cheap; false interrupts it
  using TakeChunk = std::function<Outcome(const SqlChunk&)>;

  static Result<Database> open(const DatabaseSettings& settings);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Runs one statement; gives the number of rows it changed (0 when it changes none).
  Result<std::uint64_t> execute(const std::string& sql, const std::vector<SqlValue>& parameters = {}, const KeepGoing& keep_going = {});
  // All rows of a SELECT. Columns of other types than those of SqlType come as DuckDB writes them in text.
  Result<SqlTable> query(const std::string& sql, const std::vector<SqlValue>& parameters = {});
  // The same a chunk at a time, in the order of the SELECT, without keeping all in memory. Stops at the first failure of `take`.
  Outcome stream(const std::string& sql, const std::vector<SqlValue>& parameters, const TakeChunk& take);

  // The same, a chunk whenever the reader wants one.
  Result<SqlRows> rows(const std::string& sql, const std::vector<SqlValue>& parameters = {});

  // Writes to a table that is there. Only one Appender at a time; end it before reading the table.
  Result<Appender> append_to(const std::string& table);

  // Writes what the SELECT gives to a Parquet file (zstd). The file is not synced; on failure it may be there in part.
  Outcome write_parquet(const std::string& select, const std::string& path, const ParquetOptions& options = {}, const KeepGoing& keep_going = {});

 private:
  struct Handles;
  explicit Database(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

// 'it''s': a text as SQL writes it.
std::string sql_text(std::string_view text);
// The text of one property of a JSON text, NULL when it has none; whatever stands in the name (a JSON pointer).
std::string sql_property(std::string_view json, std::string_view name);
// "a ""b""": a name as SQL writes it.
std::string sql_name(std::string_view name);
// read_parquet(['a', 'b']). REQUIRES: paths is not empty
std::string sql_parquet(const std::vector<std::string>& paths);

}  // namespace parcours
