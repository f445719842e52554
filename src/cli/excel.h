// `--excel`: a CSV for whoever reads the answers, in their language.
#pragma once

#include "base/csv.h"
#include "cli/session.h"

namespace parcours {

inline CsvReaders csv_readers(const Session& session, bool excel) { return {excel ? std::optional(session.lang) : std::nullopt}; }

}  // namespace parcours
