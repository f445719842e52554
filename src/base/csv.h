// Cells of the CSV files this program writes.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

// What a spreadsheet takes for the beginning of a formula.
inline constexpr std::string_view kFormulaSigns = "=+-@\t\r";

// The text in quotes; behind an apostrophe when a spreadsheet would run it.
std::string csv_quoted(std::string_view text);

}  // namespace parcours
