// A table of text with aligned columns, for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parcours {

enum class Align { left, right };

class TextTable {
 public:
  void column(std::string title, Align align = Align::right) { columns_.push_back({std::move(title), align}); }
  // REQUIRES: as many cells as columns.
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  // Titles, a rule, rows; columns two blanks apart, lines without trailing blanks. Widths count characters.
  std::string text() const;

 private:
  struct Column {
    std::string title;
    Align align;
  };
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace parcours
