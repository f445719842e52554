// The rows that a recipe reads as one, and the values in them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/attribute_reader.h"
#include "events/recipe.h"

namespace parcours {

// Plain names of columns, made once each.
class PlainNames {
 public:
  const std::string& of(const std::string& name);

 private:
  std::unordered_map<std::string, std::string> known_;
};

class RecipeGroup {
 public:
  RecipeGroup(const Recipe& recipe, PlainNames& names) : recipe_(recipe), names_(names) {}

  bool empty() const { return rows_.empty(); }
  std::size_t size() const { return rows_.size(); }
  const AttributeRow& first() const { return rows_.front().row; }
  void clear() { rows_.clear(); }
  void add(AttributeRow row);

  // The value in the group: of each column the first that is there. "": nothing. `index` stands for `#`.
  std::string value(const RecipeValue& value, int index = 0) const;
  // The value in each row on its own, without the empty ones.
  std::vector<std::string> values(const RecipeValue& value, int index) const;
  bool holds(const RecipeCondition& condition, int index, char decimal) const;

 private:
  struct Cell {
    std::string plain, text;
  };
  struct Row {
    AttributeRow row;
    std::vector<Cell> cells;  // in order of the file
  };
  void unfold(const Cell& cell, Row& row) const;
  std::string in_row(const Row& row, const std::string& column) const;
  std::string in_rows(const RecipeValue& value, int index, std::size_t begin, std::size_t end) const;

  const Recipe& recipe_;
  PlainNames& names_;
  std::vector<Row> rows_;
};

}  // namespace parcours
