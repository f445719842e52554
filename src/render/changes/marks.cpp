// The marks of changes on the picture: a numbered badge on what changed, an edge around its card, a line through the name of what is gone.
#include <algorithm>

#include "render/changes/parts.h"
#include "render/layout/card.h"
#include "render/type.h"

namespace parcours {
namespace {

constexpr double kPill = 18, kSign = 10;

Node sign_of(Change::Kind kind, double x, double y, Colour colour) {
  if (kind == Change::Kind::moved) return icon("arrow-right", x, y - kSign / 2, kSign, colour, 1.8);
  if (kind == Change::Kind::changed) return icon("pen-line", x, y - kSign / 2, kSign, colour, 1.5);
  Path path;
  path.move(x + 1, y).line(x + kSign - 1, y);
  if (kind == Change::Kind::added) path.move(x + kSign / 2, y - kSign / 2 + 1).line(x + kSign / 2, y + kSign / 2 - 1);
  return shape(std::move(path), {}, {colour, 1.8, {}, true});
}

// Its name: the largest text, and of those as large the widest.
const Node* name_node(const Node& node) {
  const Node* best = node.kind == Node::Kind::text && node.style.weight != Weight::regular ? &node : nullptr;
  for (const Node& child : node.children) {
    const Node* other = name_node(child);
    if (other && (!best || std::pair(other->style.size, other->box.w) > std::pair(best->style.size, best->box.w))) best = other;
  }
  return best;
}

Node line_through(const Frame& frame, const Node& text) {
  Path path;
  for (const TextLine& line : text.lines) {
    const double y = line.baseline - text.style.size * 0.32;
    path.move(line.x, y).line(line.x + line.width, y);
  }
  Node node = shape(std::move(path), {}, {frame.colour.ink_soft, 1.3, {}, false});
  node.classes = "gone";
  return node;
}

void mark(const Frame& frame, const ChangedElement& element, Node& node) {
  const Box box = node.box;
  node.classes += " " + std::string(code_of(element.kind));
  const bool gone = element.kind == Change::Kind::removed;
  if (const Node* name = gone ? name_node(node) : nullptr) node.add(line_through(frame, *name));
  if (node.place == Node::Place::card && !gone)
    node.add(rect({box.x + 1, box.y + 1, box.w - 2, box.h - 2}, {}, {change_colour(frame, element.kind), 2, {}, false}, 9));
  Node badge = change_badge(frame, element.kind, element.number, box.x + 12, box.y);
  badge.title = frame.say(change_kind_name(element.kind));
  for (const std::string& line : element.lines) badge.title += "\n" + line;
  node.add(std::move(badge));
  if (!node.label.empty()) node.label += ", " + frame.say(change_kind_name(element.kind));
}

void walk(const Frame& frame, const std::vector<ChangedElement>& elements, Node& node) {
  for (Node& child : node.children) walk(frame, elements, child);
  if (node.id.empty()) return;
  const auto at = std::find_if(elements.begin(), elements.end(), [&](const ChangedElement& element) { return element.node == node.id; });
  if (at != elements.end()) mark(frame, *at, node);
}

}  // namespace

Message change_kind_name(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added: return msg("render.change.added");
    case Change::Kind::removed: return msg("render.change.removed");
    case Change::Kind::moved: return msg("render.change.moved");
    case Change::Kind::changed: break;
  }
  return msg("render.change.changed");
}

// Coral stays with what loses customers: what is gone is grey.
Colour change_colour(const Frame& frame, Change::Kind kind) {
  if (kind == Change::Kind::added) return frame.colour.good.deep;
  return kind == Change::Kind::removed ? frame.colour.ink_soft : frame.colour.measured;
}

Node change_badge(const Frame& frame, Change::Kind kind, int number, double x, double y) {
  const TextStyle style = styled(kSmall, Weight::bold, frame.colour.on_deep);
  const std::string words = number > 0 ? std::to_string(number) : "";
  const double width = 6 + kSign + (words.empty() ? 0 : 3 + text_width(words, style)) + 6;
  Node node = group({}, "change-badge " + std::string(code_of(kind)));
  node.place = Node::Place::badge;
  node.add(rect({x, y - kPill / 2, width, kPill}, change_colour(frame, kind), {frame.colour.paper, 1.5, {}, false}, kPill / 2));
  node.add(sign_of(kind, x + 6, y, frame.colour.on_deep));
  if (!words.empty()) node.add(text_at(words, x + 6 + kSign + 3, y + 4.1, style));
  return node;
}

void mark_changes(const Frame& frame, const std::vector<ChangedElement>& elements, Node& root) { walk(frame, elements, root); }

}  // namespace parcours
