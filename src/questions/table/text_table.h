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
  // What a cell holds is written out where it would break the line or act on the terminal.
  void row(std::vector<std::string> cells);
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
