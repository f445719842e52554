// Delimited text as rows of cells with their places, and a cell as such text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parcours {

class MapDraft;

struct CsvCell {
  std::string text;                // unquoted, without the guard against formulas, line breaks as \n
  std::size_t begin = 0, end = 0;  // in the file, quotes included
};
using CsvLine = std::vector<CsvCell>;

// The separator is the one of , ; and tab that the first line has most of. Lines without content are passed over. What is wrong with
// the quotes is said to the draft.
std::vector<CsvLine> csv_lines(std::string_view text, MapDraft& draft);

// Quoted where needed; guarded where a spreadsheet would take it for a formula. A number is left as it is.
std::string csv_cell(std::string_view text);

}  // namespace parcours
