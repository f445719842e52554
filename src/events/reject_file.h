// Rejects for people: the file that `--rejects` writes, and one line each for a terminal.
#pragma once

#include <string>
#include <vector>

#include "base/csv.h"
#include "base/text.h"
#include "events/import_source.h"

namespace parcours {

// "orders.csv:12: date: `31/02/2026`: there is no such day". `name` stands in for a reject without a file.
std::string show(const Reject& reject, const std::string& name, Lang lang);

// Rejects of one column for one kind of reason, in whatever words.
struct RejectCause {
  const Reject* first;  // among `rejects`
  std::uint64_t rows;
};

// The most frequent first; of two as frequent the one met first. The causes point into `rejects`.
std::vector<RejectCause> causes_of(const std::vector<Reject>& rejects);

// CSV with a header: file, line, column, reason, row, named in words for Excel. Cells that a spreadsheet would take for a formula get an apostrophe
// in front.
std::string rejects_csv(const std::vector<Reject>& rejects, const std::string& name, Lang lang, const CsvReaders& readers = {});

}  // namespace parcours
