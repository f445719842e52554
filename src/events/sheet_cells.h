// A small sheet of an XLSX or CSV file as it stands, cell by cell: for forms that people fill in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "events/byte_source.h"

namespace parcours {

struct SheetCell {
  std::size_t column = 0;  // from 0
  std::string text;        // as typed; a number with a point
};

struct CellRow {
  std::uint64_t number = 0;        // as the spreadsheet counts, from 1
  std::vector<SheetCell> cells;    // that hold something, from left to right
  std::optional<Message> problem;  // of the first cell that cannot be taken, with its address

  std::string_view at(std::size_t column) const;  // "": nothing stands there
};

struct CellTable {
  std::string sheet;
  std::vector<CellRow> rows;  // that hold something
};

// "D12", as the spreadsheet calls it; the column counts from 0, the row from 1.
std::string cell_address(std::size_t column, std::uint64_t row);

// The first sheet that is not hidden. Fails on what is no XLSX file, on broken, protected and oversized ones, and beyond `rows_max` rows.
Result<CellTable> read_cells(Inputs& inputs, const std::string& path, std::size_t rows_max);

// The same of a CSV file, whatever its separator and encoding; the sheet has the file's name, as in a spreadsheet. Fails on oversized ones.
Result<CellTable> read_csv_cells(Inputs& inputs, const std::string& path, std::size_t rows_max);

}  // namespace parcours
