// A YAML file as a tree of nodes that know their bytes: what the map is read from, and where edits are made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace parcours {

struct YamlNode {
  enum class Kind { null, scalar, list, mapping };
  enum class Style { plain, single_quoted, double_quoted, literal, folded, block, flow };

  Kind kind = Kind::null;
  Style style = Style::plain;
  std::string text;  // of a scalar, unquoted and unfolded
  // The bytes of the value: with its quotes, brackets or block header; without what follows it. Empty for a null that is not written.
  std::size_t begin = 0, end = 0;
  std::size_t lead = 0;  // where the element begins: its key, the dash of its line, or the value itself
  int parent = -1;
  int key = -1;               // the scalar node of its key; -1 for the root and for elements of a list
  int index = 0;              // among its parent's children
  std::vector<int> children;  // the values, in file order

  bool is_flow() const { return style == Style::flow; }
  // Written as `key:` with nothing behind, or as null or ~.
  bool is_null() const {
    return kind == Kind::null || (kind == Kind::scalar && style == Style::plain && (text == "null" || text == "~" || text.empty()));
  }
};

class YamlTree {
 public:
  std::vector<YamlNode> nodes;  // the root is nodes[0]; empty for an empty file

  bool empty() const { return nodes.empty(); }
  const YamlNode& root() const { return nodes.front(); }
  const YamlNode& node(int index) const { return nodes[static_cast<std::size_t>(index)]; }
  int index_of(const YamlNode& node) const { return static_cast<int>(&node - nodes.data()); }

  // The value of the key; nothing when there is none or `mapping` is no mapping.
  const YamlNode* find(const YamlNode& mapping, std::string_view key) const;
  // By the path of SourceText ("~1" stands for a `/` inside a key, "~0" for a `~`). Nothing when there is no such element.
  const YamlNode* at(std::string_view path) const;
  // The element at the path, or its nearest ancestor that is there.
  const YamlNode* nearest(std::string_view path) const;
  // The path of the node, as at() takes it.
  std::string path_of(const YamlNode& node) const;
  // The key of the node, or of its nearest ancestor that has one: what a message calls it. "" for the root.
  std::string_view name_of(const YamlNode& node) const;
  // What stands for the element in a message: its key, the id of an element of a list, else its beginning.
  const YamlNode& handle_of(const YamlNode& node) const;

 private:
  const YamlNode* child(const YamlNode& node, std::string_view step) const;
  std::string step_of(const YamlNode& node) const;
};

struct YamlReading {
  YamlTree tree;
  std::vector<Diagnostic> diagnostics;
  bool complete = true;  // false after a syntax error: the tree holds what stood before it
};

// Reads one YAML document. No anchors, aliases, tags or second documents; duplicate keys are errors. Never throws, prints or crashes.
YamlReading read_yaml(const std::string& file, std::string_view text);

std::vector<std::string> split_path(std::string_view path);
std::string path_step(std::string_view key);  // a key as a step of a path

// Limit on elements of a file.
inline constexpr std::size_t kMaxYamlNodes = 200'000;

}  // namespace parcours
