#include "render/layout/card.h"

#include "render/icons.h"

namespace parcours {
namespace {

constexpr double kRadius = 10;
constexpr double kChipPadding = 9;

TextStyle chip_style(Colour colour) { return styled(kSmall, Weight::semibold, colour); }

}  // namespace

Node paper_card(const Frame& frame, double width, double height) {
  Node card = group();
  card.add(rect({0, 1.6, width, height}, frame.colour.shadow, {}, kRadius));
  card.add(rect({0, 0, width, height}, frame.colour.card, {frame.colour.line, 1, {}, false}, kRadius));
  return card;
}

Node dashed_card(const Frame& frame, double width, double height, double radius) {
  Node card = group();
  card.add(rect({0, 0, width, height}, {}, {frame.colour.ink_faint, 1, {4, 3.5}, false}, radius));
  return card;
}

Node tinted_card(const Tone& tone, double width, double height) {
  Node card = group();
  card.add(rect({0, 0, width, height}, tone.tint, tone.edge(), kRadius));
  return card;
}

double chip_width(const std::string& text) { return text_width(text, chip_style({})) + 2 * kChipPadding; }

Node chip(const std::string& text, double x, double y, const ChipLook& look) {
  Node node = group();
  const Box box{x, y, chip_width(text), kChipHeight};
  if (look.weak) node.add(rect(box, {}, {look.tone.deep.faded(0.55), 1, {2.5, 2.5}, false}, kChipHeight / 2));
  else node.add(rect(box, look.tone.tint, look.tone.edge(), kChipHeight / 2));
  node.add(text_at(text, x + kChipPadding, y + 14.2, chip_style(look.tone.deep)));
  return node;
}

Node diamond(double cx, double cy, double half, Colour colour) {
  return shape(Path::polygon({{cx, cy - half}, {cx + half, cy}, {cx, cy + half}, {cx - half, cy}}), colour);
}

Node starter_sign(const Frame& frame, Initiator starts, std::string_view icon_name, const Tone& tone, double x, double y, double size) {
  Node node = group();
  const Box box{x, y, size, size};
  const double inset = size * 0.25;
  if (starts == Initiator::company) node.add(rect(box, tone.tint, tone.edge(), size * 0.22));
  else if (starts == Initiator::customer) node.add(rect(box, tone.tint, tone.edge(), size / 2));
  else node.add(rect(box.grown(-0.5), {}, {frame.colour.line, 1, {}, false}, size / 2));
  node.add(icon(icon_or_neutral(icon_name), x + inset, y + inset, size - 2 * inset, tone.deep, size < 20 ? 1.1 : 1.5));
  return node;
}

std::string opened_title(const Frame& frame, const std::string& map) {
  const auto opened = frame.options.opened.find(map);
  const std::string title = opened == frame.options.opened.end() ? "" : frame.say(opened->second.title);
  return title.empty() ? map : title;
}

Node opens_sign(const Frame& frame, const std::string& map, const Tone& tone, double cx, double cy) {
  Node node = group({}, "opens");
  node.place = Node::Place::badge;
  node.title = frame.say(msg("render.opens", {{"map", opened_title(frame, map)}}));
  const auto opened = frame.options.opened.find(map);
  if (opened != frame.options.opened.end()) node.href = opened->second.href;
  node.add(shape(Path::circle(cx, cy, 10), frame.colour.card, {tone.deep, 1.4, {}, false}));
  node.add(icon("layers", cx - 6, cy - 6, 12, tone.deep, 1.3));
  return node;
}

Node sized(Node node, double width, double height) {
  node.box = {0, 0, width, height};
  return node;
}

}  // namespace parcours
