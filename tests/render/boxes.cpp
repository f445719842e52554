#include "render/boxes.h"

namespace parcours {
namespace {

Box real_box(const Node& node) {
  if (node.kind != Node::Kind::group) return node.kind == Node::Kind::path ? node.path.box() : node.box;
  Box box;
  for (const Node& child : node.children) box = united(box, real_box(child));
  return box;
}

void walk(const Node& node, const Node* card, const Node* badge, Placed& out) {
  if (node.place == Node::Place::card) out.cards.push_back({node.box, &node, card}), card = &node;
  if (node.place == Node::Place::badge) out.badges.push_back({real_box(node), &node, card}), badge = &node;
  if (node.kind == Node::Kind::icon) out.icons.push_back({node.box, &node, card});
  for (const TextLine& line : node.lines)
    out.texts.push_back({{line.x, line.baseline - 0.76 * node.style.size, line.width, 0.97 * node.style.size}, line.text, card, badge});
  for (const Node& child : node.children) walk(child, card, badge, out);
}

bool has_class(const std::string& classes, const std::string& name) { return (" " + classes + " ").find(" " + name + " ") != std::string::npos; }

void collect(const Node& node, const std::string& name, std::vector<const Node*>& out) {
  if (has_class(node.classes, name)) out.push_back(&node);
  for (const Node& child : node.children) collect(child, name, out);
}

void collect_words(const Node& node, std::vector<std::string>& out) {
  for (const TextLine& line : node.lines) out.push_back(line.text);
  for (const Node& child : node.children) collect_words(child, out);
}

}  // namespace

Placed placed(const Scene& scene) {
  Placed out;
  walk(scene.root, nullptr, nullptr, out);
  return out;
}

const Node* find(const Node& node, const std::string& id) {
  if (node.id == id) return &node;
  for (const Node& child : node.children)
    if (const Node* found = find(child, id)) return found;
  return nullptr;
}

std::vector<const Node*> all_of_class(const Node& node, const std::string& name) {
  std::vector<const Node*> out;
  collect(node, name, out);
  return out;
}

std::vector<std::string> words_of(const Node& node) {
  std::vector<std::string> out;
  collect_words(node, out);
  return out;
}

}  // namespace parcours
