#include "forms/csv/row_cells.h"

#include <algorithm>

#include "base/fold.h"
#include "base/number.h"
#include "base/suggest.h"
#include "forms/csv/columns.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

std::vector<std::string> known_names() {
  std::vector<std::string> names;
  for (const CsvColumn& column : csv_columns()) {
    names.push_back(column.name);
    if (column.holds == CsvColumn::Holds::text) names.insert(names.end(), {column.name + "_fr", column.name + "_en"});
  }
  return names;
}

// A number written in another way than ours ("007", "1.0") stays as it is written.
Json as_written(const YamlTree& tree, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::list) {
    Json out = Json::array();
    for (const int child : node.children) out.push_back(as_written(tree, tree.node(child)));
    return out;
  }
  if (node.kind == YamlNode::Kind::mapping) {
    Json out = Json::object();
    for (const int child : node.children) out[tree.node(tree.node(child).key).text] = as_written(tree, tree.node(child));
    return out;
  }
  Json value = to_json(tree, node);
  return value.is_number() && exact(value.get<double>()) != node.text ? Json(node.text) : value;
}

}  // namespace

std::vector<std::string> split_cell(std::string_view text, char at) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find(at, from), text.size());
    std::string_view part = text.substr(from, end - from);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    out.emplace_back(part);
    from = end + 1;
  }
  return out;
}

bool RowCells::take_header(const CsvLine& line) {
  const auto names = known_names();
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string name = folded_ascii(line[i].text);
    if (name.empty() || name.starts_with(kMeasuredPrefix)) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const auto meant = nearest(name, names);
      draft_.warning("unknown-column", msg("forms.csv.unknown_column", {{"name", shown(line[i].text)}}), line[i].begin, line[i].end,
                     meant ? std::optional(msg("map.did_you_mean", {{"name", *meant}})) : std::nullopt);
    } else if (!columns_.emplace(name, i).second) {
      draft_.error("column-twice", msg("forms.csv.column_twice", {{"name", name}}), line[i].begin, line[i].end);
    }
  }
  const auto has = [&](const std::string& name) {
    return columns_.contains(name) || columns_.contains(name + "_fr") || columns_.contains(name + "_en");
  };
  if (has("name") && (has("stage") || has("stage_id"))) return true;
  draft_.error("no-such-columns", msg("forms.csv.no_columns"), line.front().begin, line.back().end, msg("forms.csv.no_columns.hint"));
  return false;
}

const CsvCell* RowCells::cell(std::string_view column) const {
  const auto at = columns_.find(column);
  if (at == columns_.end() || at->second >= row_->size()) return nullptr;
  const CsvCell& found = (*row_)[at->second];
  return found.text.empty() ? nullptr : &found;
}

void RowCells::place(const std::string& key, const CsvCell& at) { draft_.stands_at(path_.empty() ? key : path_ + "/" + key, at.begin, at.end); }

std::vector<Json> RowCells::texts(const std::string& column) {
  const CsvCell *plain = cell(column), *fr = cell(column + "_fr"), *en = cell(column + "_en");
  const auto lines = [](const CsvCell* of) { return of ? split_cell(of->text, '\n') : std::vector<std::string>(); };
  const auto in_plain = lines(plain), in_fr = lines(fr), in_en = lines(en);
  std::vector<Json> out;
  for (std::size_t i = 0; i < std::max({in_plain.size(), in_fr.size(), in_en.size()}); ++i) {
    const auto at = [i](const std::vector<std::string>& of) { return i < of.size() ? of[i] : std::string(); };
    Json both = Json::object();
    if (!at(in_fr).empty()) both["fr"] = at(in_fr);
    if (!at(in_en).empty()) both["en"] = at(in_en);
    if (both.empty() && at(in_plain).empty()) continue;
    out.push_back(both.empty() ? Json(at(in_plain)) : std::move(both));
  }
  for (const CsvCell* found : {plain, fr, en})
    if (found) place(column, *found);
  return out;
}

Json RowCells::one_text(const std::string& column) {
  auto all = texts(column);
  return all.empty() ? Json() : std::move(all.front());
}

Json RowCells::yaml(const std::string& column) {
  const CsvCell* found = cell(column);
  if (!found) return nullptr;
  place(column, *found);
  return value_of(found->text, *found);
}

Json RowCells::yamls(const std::string& column) {
  Json out = Json::array();
  const CsvCell* found = cell(column);
  if (!found) return out;
  place(column, *found);
  for (const auto& line : split_cell(found->text, '\n')) out.push_back(line.empty() ? Json() : value_of(line, *found));
  return out;
}

void RowCells::copy(Json& to, const std::string& key) {
  const CsvCell* found = cell(key);
  if (!found) return;
  to[key] = found->text;
  place(key, *found);
}

Json RowCells::value_of(const std::string& text, const CsvCell& at) {
  const YamlReading reading = read_yaml(file_, text);
  if (reading.diagnostics.empty()) return reading.tree.empty() ? Json() : as_written(reading.tree, reading.tree.root());
  draft_.error("cell-value", reading.diagnostics.front().message, at.begin, at.end, msg("forms.csv.cell_value"));
  return nullptr;
}

}  // namespace parcours
