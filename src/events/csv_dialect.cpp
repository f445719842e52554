#include "events/csv_dialect.h"

#include <algorithm>
#include <map>

#include "events/column_names.h"
#include "events/complaint.h"
#include "events/csv_reader.h"
#include "events/date_form.h"
#include "events/number_form.h"

namespace parcours {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// How regular the rows are with one separator.
struct Shape {
  char separator = ',';
  std::size_t columns = 1;  // of the first row
  double share = 0;         // of the rows that have as many
};

Result<Shape> shape_with(char separator, std::string_view sample, bool cut, CsvDialect dialect) {
  static constexpr std::size_t kRows = 300;
  dialect.separator = separator;
  CsvReader reader(memory_source(std::string(sample)), dialect, Encoding::undecided, cut ? CsvReader::Extent::cut : CsvReader::Extent::whole);
  Shape shape{separator};
  CsvRow row;
  std::size_t rows = 0, regular = 0;
  for (; rows < kRows; ++rows) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) break;
    if (rows == 0) shape.columns = row.fields.size();
    regular += !row.problem && row.fields.size() == shape.columns;
  }
  shape.share = rows == 0 ? 0 : static_cast<double>(regular) / static_cast<double>(rows);
  return shape;
}

// The separator that makes rows regular; among several the one that makes most columns. Blanks only when no other does.
Result<std::optional<char>> guess_separator(std::string_view sample, bool cut, const CsvDialect& dialect) {
  std::optional<Shape> best;
  for (const double enough : {0.9, 0.5, 0.0}) {
    for (const char separator : {'\t', ';', '|', ',', ' '}) {
      if (separator == ' ' && (best || enough == 0.0)) continue;
      PARCOURS_TRY(const Shape shape, shape_with(separator, sample, cut, dialect));
      if (shape.columns < 2 || shape.share < enough || (best && shape.columns <= best->columns)) continue;
      best = shape;
    }
    if (best) return std::optional(best->separator);
  }
  return std::optional<char>();
}

Result<Rows> read_rows(std::string_view sample, bool cut, const CsvDialect& dialect, Encoding encoding, std::size_t rows_max) {
  CsvReader reader(memory_source(std::string(sample)), dialect, encoding, cut ? CsvReader::Extent::cut : CsvReader::Extent::whole);
  Rows rows;
  CsvRow row;
  while (rows.size() <= rows_max) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) break;
    if (row.problem) rows.emplace_back();
    else rows.emplace_back(row.fields.begin(), row.fields.end());
  }
  return rows;
}

bool is_data(std::string_view cell, const ImportOptions& options) {
  cell = without_blanks(cell);
  if (cell.empty()) return false;
  if (read_amount(cell, '.') || read_amount(cell, ',')) return true;
  const std::array<std::string_view, 1> one = {cell};
  return guess_dates(one, options).has_value();
}

bool has_known_name(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    const std::string plain = plain_name(cell);
    for (const auto role : {ColumnRole::customer, ColumnRole::time, ColumnRole::event, ColumnRole::channel, ColumnRole::source, ColumnRole::value})
      if (fit_of_name(plain, role)) return true;
    return false;
  });
}

// A header names things; data are numbers, dates and repeated words.
enum class Header { yes, no, assumed };
Header guess_header(const Rows& rows, const CsvDialect& dialect, const ImportOptions& options) {
  const auto& first = rows.front();
  if (std::any_of(first.begin(), first.end(), [&](const std::string& cell) { return is_data(cell, options); })) return Header::no;
  if (has_known_name(first)) return Header::yes;
  for (std::size_t r = 1; r < std::min<std::size_t>(rows.size(), 50); ++r)
    if (std::any_of(rows[r].begin(), rows[r].end(), [&](const std::string& cell) { return is_data(cell, options); })) return Header::yes;
  return dialect.separator == ' ' ? Header::no : Header::assumed;
}

}  // namespace

Result<CsvSample> sample_csv(std::string_view sample, bool cut, Encoding encoding, const ImportOptions& options, std::size_t rows_max) {
  CsvSample out;
  if (sample.find('\n') == std::string_view::npos && sample.find('\r') != std::string_view::npos) out.dialect.newline = '\r';
  PARCOURS_TRY(const auto guessed, options.separator ? Result<std::optional<char>>(options.separator) : guess_separator(sample, cut, out.dialect));
  if (!guessed) return unreadable(msg("events.one_column"), msg("events.one_column_hint"));
  out.dialect.separator = *guessed;
  PARCOURS_TRY(Rows rows, read_rows(sample, cut, out.dialect, encoding, rows_max));
  if (rows.empty() || rows.front().empty()) return unreadable(msg("events.first_row_unreadable"), msg("events.first_row_unreadable_hint"));
  const std::size_t columns = rows.front().size();
  if (columns < 2) return unreadable(msg("events.one_column"), msg("events.one_column_hint"));
  if (columns > kColumnsMax)
    return unreadable(
        msg("events.too_many_columns", {{"found", static_cast<std::int64_t>(columns)}, {"limit", static_cast<std::int64_t>(kColumnsMax)}}));

  const Header header = options.header ? (*options.header ? Header::yes : Header::no) : guess_header(rows, out.dialect, options);
  out.dialect.header = header != Header::no;
  out.header_assumed = header == Header::assumed;
  out.table.name_columns(rows.front(), out.dialect.header);
  out.table.columns.resize(columns);
  for (std::size_t r = out.dialect.header ? 1 : 0; r < rows.size(); ++r) {
    ++out.rows;
    while (rows[r].size() > columns && rows[r].back().empty()) rows[r].pop_back();
    if (rows[r].size() != columns) continue;
    for (std::size_t c = 0; c < columns; ++c) out.table.columns[c].push_back(std::move(rows[r][c]));
  }
  if (out.rows == 0) return cut ? unreadable(msg("events.no_row_in_sight")) : unreadable(msg("events.header_only"), msg("events.header_only_hint"));
  return out;
}

}  // namespace parcours
