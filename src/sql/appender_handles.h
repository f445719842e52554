#pragma once

#include "sql/appender.h"
#include "sql/duckdb_handles.h"

namespace parcours {

struct Appender::Handles {
  OwnedAppender appender;
};

}  // namespace parcours
