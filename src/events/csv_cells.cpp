// A form saved as CSV, as Excel, LibreOffice and others write it -> its cells.
#include <algorithm>

#include "base/csv.h"
#include "base/files.h"
#include "events/complaint.h"
#include "events/csv_reader.h"
#include "events/encoding.h"
#include "events/sheet_cells.h"
#include "events/text_input.h"

namespace parcours {
namespace {

constexpr std::size_t kFormBytesMax = 4 << 20;

Result<std::string> all_of_it(ByteSource& bytes) {
  std::string out;
  for (std::size_t size = 0;;) {
    out.resize(size + (1 << 16));
    PARCOURS_TRY(const std::size_t n, bytes.read(out.data() + size, out.size() - size));
    size += n;
    out.resize(size);
    if (n == 0) return out;
    if (size > kFormBytesMax) return unreadable(msg("events.form_too_large", {{"limit", static_cast<std::int64_t>(kFormBytesMax >> 20)}}));
  }
}

// The one that the first line has most of, outside quotes: notes further down are full of commas.
char separator_of(std::string_view text) {
  std::string line;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '\n' || c == '\r')) break;
    else if (!quoted) line += c;
  }
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), best)) best = candidate;
  return best;
}

// Without the apostrophe that keeps a spreadsheet from running it.
std::string_view unguarded(std::string_view cell) {
  const bool guarded = cell.size() > 1 && cell[0] == '\'' && kFormulaSigns.find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

CellRow cells_of_line(const CsvRow& row, std::uint64_t number) {
  CellRow out{number, {}, row.problem};
  if (row.problem) return out;
  for (std::size_t i = 0; i < row.fields.size(); ++i)
    if (!row.fields[i].empty()) out.cells.push_back({i, std::string(unguarded(row.fields[i]))});
  return out;
}

Result<CellTable> read_lines(Inputs& inputs, const std::string& path, std::size_t rows_max) {
  PARCOURS_TRY(const TextInput input, open_text(inputs, path, Inputs::Purpose::read, std::nullopt));
  PARCOURS_TRY(std::string text, all_of_it(*input.bytes));
  const Encoding encoding = guess_encoding(text);
  const CsvDialect dialect{separator_of(text), true, text.find('\n') == std::string::npos ? '\r' : '\n'};
  CsvReader reader(memory_source(std::move(text)), dialect, encoding);
  CellTable table{stem_of(file_name(path)), {}};
  std::uint64_t within = 0;  // line breaks inside the cells above: a spreadsheet counts rows
  for (CsvRow row;;) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) return table;
    if (table.rows.size() == rows_max) return unreadable(msg("events.too_many_rows", {{"limit", static_cast<std::int64_t>(rows_max)}}));
    table.rows.push_back(cells_of_line(row, row.line - within));
    within += static_cast<std::uint64_t>(std::count(row.raw.begin(), row.raw.end(), dialect.newline));
  }
}

}  // namespace

Result<CellTable> read_csv_cells(Inputs& inputs, const std::string& path, std::size_t rows_max) {
  auto table = read_lines(inputs, path, rows_max);
  if (!table.ok()) return in_file(table.failure(), path);
  return table;
}

}  // namespace parcours
