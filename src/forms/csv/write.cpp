#include <algorithm>
#include <array>

#include "forms/csv/columns.h"
#include "forms/csv/csv.h"
#include "forms/csv/table.h"

namespace parcours {
namespace {

struct Written {
  std::string name;
  bool always = false;
  std::vector<std::string> cells;
};

// The texts in one of their writings (plain, French, English), a line each, so that the lines of the three columns belong together.
std::string lines_of(const std::vector<LocalText>& texts, std::string LocalText::*writing) {
  std::string out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string line = texts[i].*writing;
    std::replace(line.begin(), line.end(), '\n', ' ');
    while (line.ends_with(' ')) line.pop_back();
    out += (i > 0 ? "\n" : "") + line;
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

bool is_blank(const Written& column) {
  return std::all_of(column.cells.begin(), column.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

void add_column(std::vector<Written>& table, const CsvColumn& column, const std::vector<CsvTableRow>& rows) {
  if (column.holds != CsvColumn::Holds::text) {
    Written written{column.name, column.always, {}};
    for (const CsvTableRow& row : rows) written.cells.push_back(column.value(row));
    table.push_back(std::move(written));
    return;
  }
  std::array<Written, 3> three = {Written{column.name, column.always, {}}, Written{column.name + "_fr", false, {}},
                                  Written{column.name + "_en", false, {}}};
  for (const CsvTableRow& row : rows) {
    const auto texts = column.texts(row);
    three[0].cells.push_back(lines_of(texts, &LocalText::plain));
    three[1].cells.push_back(lines_of(texts, &LocalText::fr));
    three[2].cells.push_back(lines_of(texts, &LocalText::en));
  }
  if (!is_blank(three[1]) || !is_blank(three[2])) three[0].always = false;
  for (Written& written : three) table.push_back(std::move(written));
}

bool is_left_out(const Written& column) { return !column.always && is_blank(column); }

}  // namespace

std::string to_csv(const MeasuredMap& measured, bool excel) {
  std::vector<CsvTableRow> rows;
  for (const Stage& stage : measured.map.stages) {
    if (stage.touchpoints.empty()) rows.push_back({measured, stage, nullptr});
    for (const Touchpoint& touchpoint : stage.touchpoints) rows.push_back({measured, stage, &touchpoint});
  }
  std::vector<Written> table;
  for (const CsvColumn& column : csv_columns()) add_column(table, column, rows);
  if (measured.figures)
    for (const CsvColumn& column : csv_measured_columns()) add_column(table, column, rows);
  table.erase(std::remove_if(table.begin(), table.end(), is_left_out), table.end());

  std::string out = excel ? "\xEF\xBB\xBF" : "";
  for (std::size_t i = 0; i < table.size(); ++i) out += (i > 0 ? "," : "") + table[i].name;
  out += "\r\n";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < table.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(table[i].cells[row]);
    out += "\r\n";
  }
  return out;
}

}  // namespace parcours
