// The scene, written down as native shapes: what SVG, PNG and PDF draw, to be edited in a presentation.
#include <algorithm>
#include <cmath>

#include "forms/pptx/slide.h"
#include "forms/pptx/strips.h"
#include "render/icons.h"
#include "render/type.h"

namespace parcours {
namespace {

struct Placed {
  Slide& slide;
  double scale, dx, dy;

  Box box(const Box& b) const { return {b.x * scale + dx, b.y * scale + dy, b.w * scale, b.h * scale}; }
  Paint paint(Paint p) const {
    p.x1 = p.x1 * scale + dx, p.x2 = p.x2 * scale + dx, p.y1 = p.y1 * scale + dy, p.y2 = p.y2 * scale + dy;
    return p;
  }
  Stroke stroke(Stroke s) const {
    s.width *= scale, s.paint = paint(s.paint);
    for (double& length : s.dash) length *= scale;
    return s;
  }
};

// How the lines of one text stand to each other: at their beginnings, centres or ends.
double alignment(const Node& node) {
  const auto same = [&](double share) {
    const auto at = [&](const TextLine& line) { return line.x + share * line.width; };
    return std::all_of(node.lines.begin(), node.lines.end(), [&](const TextLine& line) { return std::fabs(at(line) - at(node.lines[0])) < 0.3; });
  };
  if (node.lines.size() == 1) return 0;
  return same(0) ? 0 : same(0.5) ? 0.5 : 1;
}

void add_text(const Placed& at, const Node& node) {
  if (node.lines.empty()) return;
  const double size = node.style.size * at.scale, align = alignment(node);
  const double step = node.lines.size() > 1 ? (node.lines[1].baseline - node.lines[0].baseline) * at.scale : size * 1.25;
  double left = node.lines[0].x, right = left;
  for (const TextLine& line : node.lines) left = std::min(left, line.x), right = std::max(right, line.x + line.width);
  SlideParagraph paragraph;
  paragraph.align = align, paragraph.line_height = step;
  for (const TextLine& line : node.lines) {
    if (&line != &node.lines.front()) paragraph.runs.push_back({"\n"});
    paragraph.runs.push_back({line.text, size, node.style.colour, node.style.weight != Weight::regular, node.style.italic});
  }
  // In lines of an exact height, viewers set the baseline about four fifths down.
  const Box box = {left * at.scale + at.dx, node.lines[0].baseline * at.scale + at.dy - step * 0.81, (right - left) * at.scale,
                   step * static_cast<double>(node.lines.size())};
  at.slide.text({paragraph}, box, false, node.id.empty() ? "text" : node.id);
}

void add(const Placed& at, const Node& node) {
  const std::string name = node.id.empty() ? "shape" : node.id;
  const bool grouped = node.kind == Node::Kind::group && !node.id.empty() && !node.children.empty() && !node.box.empty();
  if (grouped) at.slide.begin_group(node.id, node.label.empty() ? node.title : node.label, at.box(node.box));
  switch (node.kind) {
    case Node::Kind::group: break;
    case Node::Kind::rect: at.slide.rect(at.box(node.box), at.paint(node.fill), at.stroke(node.stroke), node.radius * at.scale, name); break;
    case Node::Kind::path:
      if (wants_strips(node)) {
        for (const Node& strip : strips(node)) add(at, strip);
        break;
      }
      if (!node.path.empty()) at.slide.path(node.path.moved(0, 0, at.scale).moved(at.dx, at.dy), at.paint(node.fill), at.stroke(node.stroke), name);
      break;
    case Node::Kind::icon:
      at.slide.path(Path::parse(icon_path(icon_or_neutral(node.icon))).moved(at.box(node.box).x, at.box(node.box).y, at.scale * node.box.w / 24), {},
                    at.stroke(node.stroke), "icon " + node.icon);
      break;
    case Node::Kind::text: add_text(at, node); break;
    case Node::Kind::image:
      if (node.picture) at.slide.picture(node.picture, at.box(node.box), node.radius * at.scale, node.covers, node.label);
      break;
  }
  for (const Node& child : node.children) add(at, child);
  if (grouped) at.slide.end_group();
}

}  // namespace

void add_node(Slide& slide, const Node& node, double scale, double dx, double dy) { add({slide, scale, dx, dy}, node); }

}  // namespace parcours
