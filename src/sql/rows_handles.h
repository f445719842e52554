#pragma once

#include "sql/duckdb_handles.h"
#include "sql/rows.h"

namespace parcours {

struct SqlRows::Handles {
  OwnedStatement statement;
  OwnedResult result;
  OwnedChunk chunk;
  ChunkDecoder decoder;
  bool ended = false;
};

}  // namespace parcours
