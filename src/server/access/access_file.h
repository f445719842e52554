// The file with accounts, sessions and the audit log: .parcours/accounts.sqlite; docs/formats/accounts.md.
#pragma once

#include <string>

#include "store/sqlite.h"

namespace parcours {

inline constexpr std::string_view kAccessFile = ".parcours/accounts.sqlite";

// Made where there is none, readable by its owner alone. The folder must be there. Fails when it is damaged, of a later version, or cannot be
// written.
Result<Sqlite> open_access_file(const std::string& path);

}  // namespace parcours
