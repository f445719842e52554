#include "events/sheet_cells.h"

#include <algorithm>

#include "events/complaint.h"
#include "events/look.h"
#include "events/xlsx/sheet_rows.h"

namespace parcours {
namespace {

CellRow cells_of(SheetRow row) {
  CellRow out{row.number, {}, std::move(row.problem)};
  for (WorkbookCell& cell : row.cells) out.cells.push_back({cell.column, std::move(cell.text)});
  return out;
}

Result<CellTable> read_sheet(Inputs& inputs, const std::string& path, std::size_t rows_max) {
  ImportOptions options;
  options.header = true;
  ColumnPlan plan;
  PARCOURS_TRY(const Look look, look_at(inputs, path, options, plan));
  if (plan.format != FileFormat::xlsx) return unreadable(msg("events.no_workbook"), msg("events.no_workbook_hint"));
  PARCOURS_TRY(const Archive archive, Archive::open(look.file->path, path));
  PARCOURS_TRY(const Workbook book, read_workbook(archive, path));
  const auto sheet = std::find_if(book.sheets.begin(), book.sheets.end(), [&](const WorkbookSheet& one) { return one.name == plan.sheet; });
  PARCOURS_TRY(const auto rows, SheetRows::open(archive, book, *sheet, path));
  CellTable table{plan.sheet, {}};
  for (SheetRow row;;) {
    PARCOURS_TRY(const bool some, rows->next(row));
    if (!some) return table;
    if (table.rows.size() == rows_max) return unreadable(msg("events.too_many_rows", {{"limit", static_cast<std::int64_t>(rows_max)}}));
    table.rows.push_back(cells_of(std::exchange(row, {})));
  }
}

}  // namespace

std::string_view CellRow::at(std::size_t column) const {
  for (const SheetCell& cell : cells)
    if (cell.column == column) return cell.text;
  return {};
}

std::string cell_address(std::size_t column, std::uint64_t row) { return column_letters(column) + std::to_string(row); }

Result<CellTable> read_cells(Inputs& inputs, const std::string& path, std::size_t rows_max) {
  auto table = read_sheet(inputs, path, rows_max);
  if (!table.ok()) return in_file(table.failure(), path);
  return table;
}

}  // namespace parcours
