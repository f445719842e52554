// A map as a table: one row a touchpoint (a stage without any has a row of its own). docs/formats/csv.md
#pragma once

#include <string>

#include "base/result.h"
#include "forms/read_map.h"
#include "overlay/measured_map.h"

namespace parcours {

// RFC 4180, UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe in front. Texts in all their languages;
// measured columns when there are figures. `excel`: begins with the byte-order mark by which Excel knows UTF-8.
std::string to_csv(const MeasuredMap& measured, bool excel);

// Separated by commas, semicolons or tabs; columns by their names, in any order. Measured columns are passed over: a map states nothing measured.
ReadMap read_csv_map(const std::string& file, const std::string& text);

}  // namespace parcours
