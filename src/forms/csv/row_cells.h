// The cells of the row at hand by the names of their columns, as values of a map.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "forms/csv/table.h"
#include "forms/draft.h"

namespace parcours {

class RowCells {
 public:
  RowCells(const std::string& file, MapDraft& draft) : file_(file), draft_(draft) {}

  bool take_header(const CsvLine& line);  // false, and said, when it names no map's columns
  void take(const CsvLine& line) { row_ = &line; }
  void at(std::string path) { path_ = std::move(path); }  // of the element that the cells now belong to; "": the map

  const CsvCell* cell(std::string_view column) const;  // nothing when it is empty or there is no such column
  std::vector<Json> texts(const std::string& column);  // of the three writings: line i of each belongs together
  Json one_text(const std::string& column);            // null when there is none
  Json yaml(const std::string& column);                // null when there is none
  Json yamls(const std::string& column);               // a list, null for an empty line
  void copy(Json& to, const std::string& key);         // the cell as it stands, unless it is empty
  void place(const std::string& key, const CsvCell& at);

 private:
  Json value_of(const std::string& text, const CsvCell& at);

  const std::string& file_;
  MapDraft& draft_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  const CsvLine* row_ = nullptr;
  std::string path_;
};

// Trimmed; "" between two separators.
std::vector<std::string> split_cell(std::string_view text, char at);

}  // namespace parcours
