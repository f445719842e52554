// A workbook as plain data: sheets of cells. What stands on them; docs/formats/xlsx.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/layout/frame.h"

namespace parcours {

struct XlsxCell {
  enum class Format { text, heading, count, share, money, duration, number, score };
  Format format = Format::text;
  std::string text;
  std::optional<double> number;  // shares 0..1; durations in days, as spreadsheets count them
};

struct SheetColumn {
  std::string title;
  double width = 14;  // in characters
};

struct XlsxSheet {
  std::string name;  // at most 31 characters, without []:*?/ and the backslash
  std::vector<SheetColumn> columns;
  std::vector<std::vector<XlsxCell>> rows;
  int frozen_columns = 1;
  bool filter = true;
};

// In points, so that no wrapped text runs over the row below: some programs keep a row as tall as one line unless it says more.
double height_of_row(const std::vector<XlsxCell>& cells, const std::vector<SheetColumn>& columns);

// Those that have something to say, the map first.
std::vector<XlsxSheet> sheets_of(const Frame& frame);

// One a file.
XlsxSheet map_sheet(const Frame& frame);                          // a row a touchpoint
XlsxSheet lane_sheet(const Frame& frame, std::string_view lane);  // a column a stage
XlsxSheet figures_sheet(const Frame& frame);                      // a row a figure, with its interval, n and definition
XlsxSheet moves_sheet(const Frame& frame);
XlsxSheet frictions_sheet(const Frame& frame);
XlsxSheet actions_sheet(const Frame& frame);
XlsxSheet calendar_sheet(const Frame& frame);

XlsxCell words(std::string text);
XlsxCell count_cell(std::int64_t n);

}  // namespace parcours
