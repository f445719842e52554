// A YAML tree as plain data, and plain data as YAML text.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "map/yaml_tree.h"

namespace parcours {

// Plain numbers, true, false and null become what they say, all else text. Of keys that stand twice the first counts.
Json to_json(const YamlTree& tree, const YamlNode& node);
Json to_json(const YamlTree& tree);

// Text on the line of its key or dash, and the lines below it, each with its indentation.
struct YamlLines {
  std::string first;
  std::vector<std::string> rest;
};

enum class YamlContext { mapping_value, list_item };

// `column`: where the key or the dash stands. Short lists and mappings of scalars are written on one line.
YamlLines block_yaml(const Json& value, YamlContext context, std::size_t column);
// On one line, as inside `{…}` or `[…]`.
std::string flow_yaml(const Json& value);
// A key as it may stand before a colon.
std::string yaml_key(std::string_view key, bool in_flow);
// The text as a plain scalar where that says the same, else in double quotes.
std::string yaml_scalar(std::string_view text, bool in_flow);
bool fits_plain(std::string_view text, bool in_flow);

}  // namespace parcours
