#include "render/scene.h"

namespace parcours {

Paint Paint::linear(double x1, double y1, double x2, double y2, std::vector<ColourStop> stops) {
  Paint paint;
  paint.kind = Kind::linear;
  paint.x1 = x1, paint.y1 = y1, paint.x2 = x2, paint.y2 = y2;
  paint.stops = std::move(stops);
  return paint;
}

Node& Node::add(Node child) {
  box = united(box, child.box);
  return children.emplace_back(std::move(child));
}

Node group(std::string id, std::string classes) {
  Node node;
  node.id = std::move(id);
  node.classes = std::move(classes);
  return node;
}

Node rect(const Box& box, Paint fill, Stroke stroke, double radius) {
  Node node;
  node.kind = Node::Kind::rect;
  node.box = box;
  node.fill = std::move(fill);
  node.stroke = std::move(stroke);
  node.radius = radius;
  return node;
}

Node shape(Path path, Paint fill, Stroke stroke) {
  Node node;
  node.kind = Node::Kind::path;
  node.box = path.box();
  node.path = std::move(path);
  node.fill = std::move(fill);
  node.stroke = std::move(stroke);
  return node;
}

Node hairline(double x1, double y1, double x2, double y2, Colour colour, double width) {
  Path path;
  path.move(x1, y1).line(x2, y2);
  return shape(std::move(path), {}, {colour, width, {}, false});
}

Node icon(std::string_view name, double x, double y, double size, Colour colour, double line_width) {
  Node node;
  node.kind = Node::Kind::icon;
  node.icon = name;
  node.box = {x, y, size, size};
  node.stroke = {colour, line_width, {}, true};
  return node;
}

Node image(PicturePtr picture, const Box& box, double radius, std::string said) {
  Node node;
  node.kind = Node::Kind::image;
  node.picture = std::move(picture);
  node.box = box;
  node.radius = radius;
  if (!said.empty()) node.role = "img", node.label = std::move(said);
  return node;
}

namespace {

void shift_paint(Paint& paint, double dx, double dy) {
  paint.x1 += dx, paint.x2 += dx;
  paint.y1 += dy, paint.y2 += dy;
}

}  // namespace

void shift(Node& node, double dx, double dy) {
  node.box.x += dx, node.box.y += dy;
  shift_paint(node.fill, dx, dy);
  shift_paint(node.stroke.paint, dx, dy);
  if (!node.path.empty()) node.path = node.path.moved(dx, dy);
  if (node.clip) node.clip->x += dx, node.clip->y += dy;
  for (TextLine& line : node.lines) line.x += dx, line.baseline += dy;
  for (Node& child : node.children) shift(child, dx, dy);
}

}  // namespace parcours
