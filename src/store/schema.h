// The tables of the catalogue and how older ones become them.
#pragma once

#include "base/result.h"
#include "store/sqlite.h"

namespace parcours {

inline constexpr std::int64_t kCatalogueVersion = 1;

// Makes the tables in an empty file; migrates an older version step by step, each in one transaction; refuses a newer one.
Outcome prepare_schema(Sqlite& database);
// Fails when it is not the known version.
Outcome check_schema(Sqlite& database);

}  // namespace parcours
