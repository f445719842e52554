#include "map/yaml_tree.h"

#include <charconv>

namespace parcours {

namespace {

std::optional<std::size_t> index_in(std::string_view step) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  if (step.empty() || error != std::errc{} || end != step.data() + step.size()) return std::nullopt;
  return index;
}

std::string unescaped(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escape = step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1');
    out += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return out;
}

}  // namespace

std::string path_step(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> steps;
  while (!path.empty()) {
    const auto slash = std::min(path.find('/'), path.size());
    steps.push_back(unescaped(path.substr(0, slash)));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return steps;
}

const YamlNode* YamlTree::find(const YamlNode& mapping, std::string_view key) const {
  if (mapping.kind != YamlNode::Kind::mapping) return nullptr;
  for (const int c : mapping.children)
    if (node(node(c).key).text == key) return &node(c);
  return nullptr;
}

const YamlNode* YamlTree::child(const YamlNode& parent, std::string_view step) const {
  if (parent.kind == YamlNode::Kind::mapping) return find(parent, step);
  if (parent.kind != YamlNode::Kind::list) return nullptr;
  for (const int c : parent.children) {
    const YamlNode* id = find(node(c), "id");
    if (id && id->kind == YamlNode::Kind::scalar && id->text == step) return &node(c);
  }
  const auto index = index_in(step);
  return index && *index < parent.children.size() ? &node(parent.children[*index]) : nullptr;
}

const YamlNode* YamlTree::at(std::string_view path) const {
  if (empty()) return nullptr;
  const YamlNode* here = &root();
  for (const auto& step : split_path(path)) {
    here = child(*here, step);
    if (!here) return nullptr;
  }
  return here;
}

const YamlNode* YamlTree::nearest(std::string_view path) const {
  if (empty()) return nullptr;
  const YamlNode* here = &root();
  for (const auto& step : split_path(path)) {
    const YamlNode* next = child(*here, step);
    if (!next) break;
    here = next;
  }
  return here;
}

std::string YamlTree::step_of(const YamlNode& element) const {
  if (element.key >= 0) return path_step(node(element.key).text);
  const YamlNode* id = find(element, "id");
  // An id that an earlier element bears as well would lead to that one.
  if (id && id->kind == YamlNode::Kind::scalar && !id->text.empty() && child(node(element.parent), id->text) == &element) return path_step(id->text);
  return std::to_string(element.index);
}

std::string YamlTree::path_of(const YamlNode& element) const {
  std::string path;
  for (const YamlNode* here = &element; here->parent >= 0; here = &node(here->parent)) path = step_of(*here) + (path.empty() ? "" : "/") + path;
  return path;
}

std::string_view YamlTree::name_of(const YamlNode& element) const {
  for (const YamlNode* here = &element;; here = &node(here->parent)) {
    if (here->key >= 0) return node(here->key).text;
    if (here->parent < 0) return {};
  }
}

const YamlNode& YamlTree::handle_of(const YamlNode& element) const {
  if (element.key >= 0) return node(element.key);
  if (const YamlNode* id = find(element, "id")) return *id;
  if (element.kind == YamlNode::Kind::mapping && !element.children.empty()) return node(node(element.children.front()).key);
  return element;
}

}  // namespace parcours
