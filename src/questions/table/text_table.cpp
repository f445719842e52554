#include "questions/table/text_table.h"

#include <algorithm>
#include <cassert>

namespace parcours {
namespace {

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    widths.push_back(width_of(columns_[c].title));
    for (const auto& row : rows_) widths[c] = std::max(widths[c], width_of(row[c]));
  }
  std::string out;
  const auto add_line = [&](const auto& cell_at) {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string& cell = cell_at(c);
      const std::string pad(widths[c] - width_of(cell), ' ');
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
