// A workbook as plain data: sheets of cells. What stands on them; docs/formats/xlsx.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/layout/frame.h"

namespace parcours {

struct SheetCell {
  enum class Format { text, heading, count, share, money, duration, number, score };
  Format format = Format::text;
  std::string text;
  std::optional<double> number;  // shares 0..1; durations in days, as spreadsheets count them
};

struct SheetColumn {
  std::string title;
  double width = 14;  // in characters
};

struct Sheet {
  std::string name;  // at most 31 characters, without []:*?/ and the backslash
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
  int frozen_columns = 1;
  bool filter = true;
};

// In points, so that no wrapped text runs over the row below: some programs keep a row as tall as one line unless it says more.
double height_of_row(const std::vector<SheetCell>& cells, const std::vector<SheetColumn>& columns);

// Those that have something to say, the map first.
std::vector<Sheet> sheets_of(const Frame& frame);

// One a file.
Sheet map_sheet(const Frame& frame);                          // a row a touchpoint
Sheet lane_sheet(const Frame& frame, std::string_view lane);  // a column a stage
Sheet figures_sheet(const Frame& frame);                      // a row a figure, with its interval, n and definition
Sheet moves_sheet(const Frame& frame);
Sheet frictions_sheet(const Frame& frame);
Sheet actions_sheet(const Frame& frame);
Sheet calendar_sheet(const Frame& frame);

SheetCell words(std::string text);
SheetCell count_cell(std::int64_t n);

}  // namespace parcours
