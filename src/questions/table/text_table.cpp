#include "questions/table/text_table.h"

#include <algorithm>
#include <cassert>

#include "base/letters.h"

namespace parcours {

void TextTable::row(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = on_a_line(cell);
  rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    widths.push_back(characters_in(columns_[c].title));
    for (const auto& row : rows_) widths[c] = std::max(widths[c], characters_in(row[c]));
  }
  std::string out;
  const auto add_line = [&](const auto& cell_at) {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string& cell = cell_at(c);
      const std::string pad(widths[c] - characters_in(cell), ' ');
      line += (c ? "  " : "") + (columns_[c].align == Align::right ? pad + cell : cell + pad);
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  add_line([&](std::size_t c) -> const std::string& { return columns_[c].title; });
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    out += c ? "  " : "";
    for (std::size_t i = 0; i < widths[c]; ++i) out += "─";
  }
  out += "\n";
  for (const auto& row : rows_) {
    assert(row.size() == columns_.size());
    add_line([&](std::size_t c) -> const std::string& { return row[c]; });
  }
  return out;
}

}  // namespace parcours
