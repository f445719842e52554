#include "events/xlsx_reader.h"

#include <algorithm>
#include <deque>

#include "base/listed.h"
#include "base/number.h"
#include "base/suggest.h"
#include "events/complaint.h"
#include "events/sample_table.h"
#include "events/window.h"
#include "events/xlsx/sheet_rows.h"

namespace parcours {
namespace {

constexpr std::size_t kRowsLookedAt = 100;

class XlsxReader final : public AttributeReader {
 public:
  XlsxReader(LocalFile file, Archive archive, Workbook book) : file_(std::move(file)), archive_(std::move(archive)), book_(std::move(book)) {}

  const Workbook& book() const { return book_; }

  Outcome open(const WorkbookSheet& sheet, const std::string& name) {
    PARCOURS_TRY(rows_, SheetRows::open(archive_, book_, sheet, name));
    while (first_.size() < kRowsLookedAt) {
      SheetRow row;
      PARCOURS_TRY(const bool some, rows_->next(row));
      if (!some) break;
      first_.push_back(std::move(row));
    }
    return Done{};
  }

  // Which row names the columns: the first that is about as wide as the table, if it holds nothing but words. 0: none.
  std::uint64_t find_header() const {
    std::size_t width = 0;
    for (const SheetRow& row : first_) width = std::max(width, row.cells.size());
    for (const SheetRow& row : first_) {
      if (row.cells.size() * 2 < width) continue;
      return std::all_of(row.cells.begin(), row.cells.end(), [](const WorkbookCell& cell) { return cell.words; }) && !row.problem ? row.number : 0;
    }
    return 0;
  }
  std::uint64_t first_row() const { return first_.empty() ? 0 : first_.front().number; }

  // What stands above the header is a title; without one the columns are called col1, col2…
  std::vector<std::string> name_columns(std::uint64_t header_row) {
    std::vector<std::string> cells;
    while (header_row > 0 && !first_.empty() && first_.front().number < header_row) first_.pop_front();
    if (header_row > 0 && !first_.empty()) {
      for (const WorkbookCell& cell : first_.front().cells) {
        cells.resize(cell.column + 1);
        cells[cell.column] = cell.text;
      }
      first_.pop_front();
    }
    SampleTable table;
    table.name_columns(cells, true);
    names_ = std::move(table.names);
    return std::move(table.repeated);
  }

  Result<bool> next(AttributeRow& row) override {
    SheetRow taken;
    if (!first_.empty()) {
      taken = std::move(first_.front());
      first_.pop_front();
    } else {
      PARCOURS_TRY(const bool some, rows_->next(taken));
      if (!some) return false;
    }
    row.clear();
    row.line = taken.number;
    row.problem = std::move(taken.problem);
    for (WorkbookCell& cell : taken.cells) {
      row.raw += (row.raw.empty() ? "" : " | ") + cell.text.substr(0, 4096 - std::min<std::size_t>(row.raw.size(), 4096));
      row.attributes.push_back(
          {cell.column < names_.size() ? names_[cell.column] : "col" + std::to_string(cell.column + 1), std::move(cell.text), cell.number});
    }
    return true;
  }

  std::optional<double> progress() const override { return rows_->progress(); }

 private:
  LocalFile file_;
  Archive archive_;
  Workbook book_;
  std::unique_ptr<SheetRows> rows_;
  std::deque<SheetRow> first_;
  std::vector<std::string> names_;
};

std::vector<std::string> names_of(const Workbook& book) {
  std::vector<std::string> names;
  for (const WorkbookSheet& sheet : book.sheets) names.push_back(sheet.name);
  return names;
}

Result<const WorkbookSheet*> chosen(const Workbook& book, const std::string& choice) {
  if (choice.empty()) {
    const auto shown = std::find_if(book.sheets.begin(), book.sheets.end(), [](const WorkbookSheet& sheet) { return !sheet.hidden; });
    return shown == book.sheets.end() ? &book.sheets.front() : &*shown;
  }
  for (const WorkbookSheet& sheet : book.sheets)
    if (sheet.name == choice) return &sheet;
  if (const auto number = parse_number(choice); number && *number >= 1 && *number <= static_cast<double>(book.sheets.size()))
    return &book.sheets[static_cast<std::size_t>(*number) - 1];
  return mistaken(msg("events.unknown_sheet", {{"name", choice}}), msg("events.unknown_sheet_hint", {{"names", listed(names_of(book))}}));
}

}  // namespace

Result<OpenedSheet> read_xlsx(LocalFile file, const std::string& name, const SheetChoice& choice) {
  PARCOURS_TRY(Archive archive, Archive::open(file.path, name));
  PARCOURS_TRY(Workbook book, read_workbook(archive, name));
  auto reader = std::make_unique<XlsxReader>(std::move(file), std::move(archive), std::move(book));
  PARCOURS_TRY(const WorkbookSheet* const sheet, chosen(reader->book(), choice.sheet));
  PARCOURS_CHECK(reader->open(*sheet, name));
  OpenedSheet out;
  out.sheet = sheet->name;
  for (const WorkbookSheet& other : reader->book().sheets)
    if (&other != sheet) out.others.push_back(other.name);
  if (choice.header.value_or(true)) out.header_row = reader->find_header();
  if (choice.header == true && out.header_row == 0) out.header_row = reader->first_row();
  out.repeated = reader->name_columns(out.header_row);
  out.reader = std::move(reader);
  return out;
}

}  // namespace parcours
