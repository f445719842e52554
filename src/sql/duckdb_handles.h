// DuckDB's handles, closed on leaving the scope, and its errors as failures. Only the sources of this room include this.
#pragma once

#include <string>
#include <utility>

#include <duckdb.h>

#include "base/result.h"
#include "sql/table.h"

namespace parcours {

// Owns one handle of the C API.
template <class T, void (*destroy)(T*)>
class Owned {
 public:
  Owned() = default;
  explicit Owned(T handle) : handle_(handle) {}
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, T{})) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Owned() { destroy(&handle_); }
  T get() const { return handle_; }
  T* address() { return &handle_; }

 private:
  T handle_{};
};

inline void destroy_appender(duckdb_appender* appender) { duckdb_appender_destroy(appender); }

using OwnedDatabase = Owned<duckdb_database, duckdb_close>;
using OwnedConnection = Owned<duckdb_connection, duckdb_disconnect>;
using OwnedStatement = Owned<duckdb_prepared_statement, duckdb_destroy_prepare>;
using OwnedPending = Owned<duckdb_pending_result, duckdb_destroy_pending>;
using OwnedResult = Owned<duckdb_result, duckdb_destroy_result>;
using OwnedChunk = Owned<duckdb_data_chunk, duckdb_destroy_data_chunk>;
using OwnedConfig = Owned<duckdb_config, duckdb_destroy_config>;
using OwnedAppender = Owned<duckdb_appender, destroy_appender>;

// The failure for what DuckDB says; it speaks English whatever the language.
Failure sql_failure(duckdb_error_type type, const char* reason);
// The same where DuckDB gives no type: it is the first word of the sentence.
Failure sql_failure(const char* reason);

// True when values of this type are decoded as they are; others must be cast to text first.
bool is_decoded(duckdb_type type);
SqlType sql_type(duckdb_type type);

// Keeps what had to be converted while a chunk is taken.
class ChunkDecoder {
 public:
  // REQUIRES: is_decoded() for every column of the result
  const SqlChunk& decode(duckdb_data_chunk chunk);

 private:
  struct Scratch {
    std::vector<std::int64_t> integers;
    std::vector<double> numbers;
    std::vector<std::string_view> texts;
  };
  void decode_column(duckdb_vector vector, SqlChunkColumn& column, Scratch& scratch, std::size_t rows);
  SqlChunk chunk_;
  std::vector<Scratch> scratch_;
};

}  // namespace parcours
