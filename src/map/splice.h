// Where things stand in a YAML text, and the replacing of bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "map/yaml_json.h"

namespace parcours {

struct Splice {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// Nothing when splices overlap.
std::optional<std::string> spliced(std::string_view text, std::vector<Splice> splices);

class YamlLayout {
 public:
  YamlLayout(std::string_view text, const YamlTree& tree);

  const std::string& newline() const { return newline_; }
  std::size_t line_start(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;   // before the line break
  std::size_t next_line(std::size_t at) const;  // behind the line break
  // In characters, as far as indentation goes: in bytes.
  std::size_t column_of(std::size_t at) const { return at - line_start(at); }
  bool is_first_on_line(std::size_t at) const;
  // Where the element begins with the comment lines right above it. REQUIRES: it is the first on its line.
  std::size_t start_with_comments(const YamlNode& node) const;
  // Behind the key's colon or the dash. REQUIRES: an element of a mapping or of a block list.
  std::size_t head_end(const YamlNode& node) const;
  // The first `wanted` in [from, limit) that is in no comment; `limit` when there is none.
  std::size_t find(char wanted, std::size_t from, std::size_t limit) const;

  // The lines, each behind a line break.
  std::string below(const std::vector<std::string>& lines) const;

  // Gives the element another value.
  std::vector<Splice> replace(const YamlNode& node, const Json& value) const;
  // Puts lines in place of a value; `first` stands on the line of the key or dash.
  std::vector<Splice> replace(const YamlNode& node, const YamlLines& lines) const;
  std::vector<Splice> remove(const YamlNode& node) const;
  // Puts an element behind the child before `index`, or before the first with its comments. REQUIRES: the collection has children.
  std::vector<Splice> insert(const YamlNode& collection, std::size_t index, const std::vector<std::string>& lines) const;
  std::vector<Splice> insert_flow(const YamlNode& collection, std::size_t index, const std::string& element) const;

  const YamlTree& tree() const { return tree_; }
  std::string_view text() const { return text_; }

 private:
  std::vector<Splice> remove_flow(const YamlNode& node, const YamlNode& parent) const;
  std::vector<Splice> remove_beside_dash(const YamlNode& node, const YamlNode& next) const;

  std::string_view text_;
  const YamlTree& tree_;
  std::string newline_;
};

}  // namespace parcours
