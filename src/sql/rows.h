// The rows of a SELECT, a chunk whenever the reader wants one: for readers that are themselves asked for the next row.
#pragma once

#include <memory>

#include "base/result.h"
#include "sql/table.h"

namespace parcours {

// Its Database outlives it, and runs nothing else meanwhile.
class SqlRows {
 public:
  struct Handles;
  explicit SqlRows(std::unique_ptr<Handles> handles);
  SqlRows(SqlRows&&) noexcept;
  SqlRows& operator=(SqlRows&&) noexcept;
  ~SqlRows();

  // The next chunk, or null at the end and ever after; valid until the next call.
  Result<const SqlChunk*> next();

 private:
  std::unique_ptr<Handles> handles_;
};

}  // namespace parcours
