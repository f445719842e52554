// Cells of the CSV files this program writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace parcours {

// What a spreadsheet takes for the beginning of a formula.
inline constexpr std::string_view kFormulaSigns = "=+-@\t\r";

// The text in quotes; behind an apostrophe when a spreadsheet would run it.
std::string csv_quoted(std::string_view text);

// Who reads the file: other programs (commas, column names as in JSON, times in ISO 8601), or Excel in that language, which then opens it by a
// double click: columns named in it, set apart as it expects, accents and times known.
struct CsvReaders {
  std::optional<Lang> excel = {};

  std::string_view begin() const { return excel ? "\xEF\xBB\xBF" : ""; }
  char separator() const { return excel == Lang::fr ? ';' : ','; }
};

}  // namespace parcours
