// The first rows of a file, column by column: what guesses are made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parcours {

struct SampleTable {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> columns;  // of equal length; "" where a row has none
  std::vector<std::string> repeated;              // names that stand more than once in the header

  std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
  // Names for all columns: those of the header, "col3" where there is none, "name (2)" for one that stands twice.
  void name_columns(const std::vector<std::string>& cells, bool header);
  // The values of a column that are there, blanks around them taken off.
  std::vector<std::string_view> values(std::size_t column) const;
};

}  // namespace parcours
