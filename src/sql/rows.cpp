#include "sql/rows.h"

#include "sql/rows_handles.h"

namespace parcours {
namespace {

// When one of DuckDB's threads fails, it stops the others, and what a stream keeps may be their word that they were stopped.
// Run whole, the statement says its own reason.
Failure own_failure(duckdb_prepared_statement statement, const char* reason) {
  OwnedResult whole;
  if (duckdb_execute_prepared(statement, whole.address()) == DuckDBSuccess) return sql_failure(reason);
  return sql_failure(duckdb_result_error_type(whole.address()), duckdb_result_error(whole.address()));
}

}  // namespace

SqlRows::SqlRows(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
SqlRows::SqlRows(SqlRows&&) noexcept = default;
SqlRows& SqlRows::operator=(SqlRows&&) noexcept = default;
SqlRows::~SqlRows() = default;

Result<const SqlChunk*> SqlRows::next() {
  if (handles_->ended) return static_cast<const SqlChunk*>(nullptr);
  handles_->chunk = OwnedChunk(duckdb_fetch_chunk(*handles_->result.address()));
  if (handles_->chunk.get()) return &handles_->decoder.decode(handles_->chunk.get());
  handles_->ended = true;
  duckdb_result* result = handles_->result.address();  // a stream that ends early keeps the reason here
  const char* reason = duckdb_result_error(result);
  if (!reason || !*reason) return static_cast<const SqlChunk*>(nullptr);
  const duckdb_error_type type = duckdb_result_error_type(result);
  return type == DUCKDB_ERROR_INTERRUPT ? own_failure(handles_->statement.get(), reason) : sql_failure(type, reason);
}

}  // namespace parcours
