#include "events/recipe_group.h"

#include <algorithm>

#include "base/json.h"
#include "events/column_names.h"
#include "base/fold.h"
#include "events/number_form.h"

namespace parcours {
namespace {

// `*` stands for anything.
bool fits(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  pattern.remove_prefix(star + 1), name.remove_prefix(star);
  for (std::size_t at = 0; at <= name.size(); ++at)
    if (fits(pattern, name.substr(at))) return true;
  return false;
}

std::string with_index(std::string column, int index) {
  if (column == "#") return column;
  if (const std::size_t at = column.find('#'); at != std::string::npos) column.replace(at, 1, std::to_string(index));
  return column;
}

// The value of {"string_value": …, "int_value": …}: the one that is there.
std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  if (!value.is_object()) return value.dump();
  for (const auto& inner : value)
    if (const std::string text = text_of(inner); !text.empty()) return text;
  return "";
}

}  // namespace

const std::string& PlainNames::of(const std::string& name) {
  const auto [at, is_new] = known_.try_emplace(name);
  if (is_new) at->second = plain_name(name);
  if (is_new && at->second.empty()) at->second = name;
  return at->second;
}

void RecipeGroup::add(AttributeRow row) {
  Row made;
  for (Attribute& attribute : row.attributes) {
    Cell cell{names_.of(attribute.key), std::move(attribute.value)};
    if (std::find(recipe_.unfold.begin(), recipe_.unfold.end(), cell.plain) != recipe_.unfold.end()) unfold(cell, made);
    else if (!is_absent(without_blanks(cell.text))) made.cells.push_back(std::move(cell));
  }
  made.row = std::move(row);
  rows_.push_back(std::move(made));
}

void RecipeGroup::unfold(const Cell& cell, Row& row) const {
  const Json list = Json::parse(cell.text, nullptr, false);
  if (!list.is_array()) return;
  for (const auto& pair : list) {
    if (!pair.is_object() || !pair.contains("key") || !pair.contains("value") || !pair["key"].is_string()) continue;
    const std::string text = text_of(pair["value"]);
    if (!text.empty()) row.cells.push_back({cell.plain + "_" + plain_name(pair["key"].get<std::string>()), text});
  }
}

std::string RecipeGroup::in_row(const Row& row, const std::string& column) const {
  for (const Cell& cell : row.cells)
    if (fits(column, cell.plain)) return std::string(without_blanks(cell.text));
  return "";
}

std::string RecipeGroup::in_rows(const RecipeValue& value, int index, std::size_t begin, std::size_t end) const {
  for (const auto& alternative : value.alternatives) {
    std::string out;
    bool whole = true;
    for (const auto& piece : alternative) {
      std::string text = piece.literal;
      for (std::size_t r = begin; r < end && text.empty(); ++r) text = in_row(rows_[r], with_index(piece.column, index));
      whole = whole && !text.empty();
      out += text;
    }
    if (whole) return out;
  }
  return "";
}

std::string RecipeGroup::value(const RecipeValue& value, int index) const { return in_rows(value, index, 0, rows_.size()); }

std::vector<std::string> RecipeGroup::values(const RecipeValue& value, int index) const {
  std::vector<std::string> out;
  for (std::size_t r = 0; r < rows_.size(); ++r)
    if (std::string text = in_rows(value, index, r, r + 1); !text.empty()) out.push_back(std::move(text));
  return out;
}

bool RecipeGroup::holds(const RecipeCondition& condition, int index, char decimal) const {
  const std::string text = value(condition.value, index);
  const bool listed = std::find(condition.words.begin(), condition.words.end(), folded_ascii(text)) != condition.words.end();
  switch (condition.kind) {
    case RecipeCondition::Kind::is: return listed;
    case RecipeCondition::Kind::is_not: return !listed;
    case RecipeCondition::Kind::filled: return !text.empty();
    case RecipeCondition::Kind::empty: return text.empty();
    case RecipeCondition::Kind::above: break;
  }
  const auto number = read_amount(text, decimal);
  return number && *number > condition.limit;
}

}  // namespace parcours
