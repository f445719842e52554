#include "sql/rows.h"

#include "sql/rows_handles.h"

namespace parcours {

SqlRows::SqlRows(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
SqlRows::SqlRows(SqlRows&&) noexcept = default;
SqlRows& SqlRows::operator=(SqlRows&&) noexcept = default;
SqlRows::~SqlRows() = default;

Result<const SqlChunk*> SqlRows::next() {
  if (handles_->ended) return static_cast<const SqlChunk*>(nullptr);
  handles_->chunk = OwnedChunk(duckdb_fetch_chunk(*handles_->result.address()));
  if (handles_->chunk.get()) return &handles_->decoder.decode(handles_->chunk.get());
  handles_->ended = true;
  // A stream that ends early keeps the reason with the result.
  duckdb_result* result = handles_->result.address();
  if (const char* reason = duckdb_result_error(result); reason && *reason) return sql_failure(duckdb_result_error_type(result), reason);
  return static_cast<const SqlChunk*>(nullptr);
}

}  // namespace parcours
