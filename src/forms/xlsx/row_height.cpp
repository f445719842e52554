#include <algorithm>

#include "forms/xlsx/sheets.h"

namespace parcours {
namespace {

constexpr double kPointsOfLine = 12.75, kPointsMax = 409;        // of Arial 10; what a spreadsheet takes
constexpr double kPointsOfAir = 5;                               // above and below a row's text
constexpr double kPixelsOfCharacter = 7, kPixelsOfText = 13.34;  // a column's width is counted in figures of 7 pixels; 10 points

// Set in the program's own typeface, which is a little wider than the sheet's.
std::size_t wrapped_lines(const XlsxCell& cell, double characters) {
  const TextStyle style = styled(kPixelsOfText, cell.format == XlsxCell::Format::heading ? Weight::semibold : Weight::regular, {});
  std::size_t lines = 0, begin = 0;
  while (begin <= cell.text.size()) {
    const std::size_t end = std::min(cell.text.find('\n', begin), cell.text.size());
    lines += std::max<std::size_t>(
        1, break_text(std::string_view(cell.text).substr(begin, end - begin), style, characters * kPixelsOfCharacter).lines.size());
    begin = end + 1;
  }
  return lines;
}

}  // namespace

double height_of_row(const std::vector<XlsxCell>& cells, const std::vector<SheetColumn>& columns) {
  std::size_t most = 1;
  for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i)
    if (!cells[i].number) most = std::max(most, wrapped_lines(cells[i], columns[i].width));
  return std::min(kPointsMax, kPointsOfLine * static_cast<double>(most) + kPointsOfAir);
}

}  // namespace parcours
