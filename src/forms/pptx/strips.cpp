#include "forms/pptx/strips.h"

#include <algorithm>
#include <cmath>

namespace parcours {
namespace {

using Point = std::array<double, 2>;
using Polygon = std::vector<Point>;

constexpr int kPieces = 24;        // of a curve
constexpr double kOverlap = 0.35;  // so that no line of the background shows between two strips

Point between(const Point& a, const Point& b, double at) { return {a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at}; }

void add_curve(Polygon& to, const Point& a, const Point& b, const Point& c, const Point& d) {
  for (int i = 1; i <= kPieces; ++i) {
    const double t = static_cast<double>(i) / kPieces, u = 1 - t;
    const auto at = [&](std::size_t k) { return u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k]; };
    to.push_back({at(0), at(1)});
  }
}

std::vector<Polygon> flattened(const Path& path) {
  std::vector<Polygon> out;
  for (const PathStep& step : path.steps()) {
    const auto& at = step.at;
    if (step.op == 'M' || out.empty()) out.emplace_back();
    if (step.op == 'M' || step.op == 'L') out.back().push_back({at[0], at[1]});
    else if (step.op == 'C' && !out.back().empty()) add_curve(out.back(), Point(out.back().back()), {at[0], at[1]}, {at[2], at[3]}, {at[4], at[5]});
  }
  return out;
}

// What lies right (side 1) or left (side -1) of x.
Polygon clipped(const Polygon& polygon, double x, int side) {
  Polygon out;
  const auto inside = [&](const Point& p) { return (p[0] - x) * side >= 0; };
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
    if (inside(a)) out.push_back(a);
    if (inside(a) != inside(b)) out.push_back(between(a, b, (x - a[0]) / (b[0] - a[0])));
  }
  return out;
}

Path part(const std::vector<Polygon>& polygons, double from, double to) {
  Path out;
  for (const Polygon& polygon : polygons) {
    const Polygon inside = clipped(clipped(polygon, from, 1), to, -1);
    if (inside.size() < 3) continue;
    out.append(Path::polygon(inside));
  }
  return out;
}

}  // namespace

bool wants_strips(const Node& node) {
  const Paint& fill = node.fill;
  return node.kind == Node::Kind::path && fill.kind == Paint::Kind::linear && fill.stops.size() > 2 && node.stroke.paint.kind == Paint::Kind::none &&
         std::fabs(fill.y2 - fill.y1) < 1e-6 && fill.x2 > fill.x1;
}

std::vector<Node> strips(const Node& node) {
  const std::vector<Polygon> polygons = flattened(node.path);
  std::vector<ColourStop> stops = node.fill.stops;
  const double length = node.fill.x2 - node.fill.x1;
  stops.insert(stops.begin(), {(node.box.x - node.fill.x1) / length - 1, stops.front().colour});
  stops.push_back({(node.box.right() - node.fill.x1) / length + 1, Colour(stops.back().colour)});
  std::vector<Node> out;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    const ColourStop &a = stops[i], &b = stops[i + 1];
    const double from = node.fill.x1 + a.at * length, to = node.fill.x1 + b.at * length;
    if (to <= from) continue;
    Path path = part(polygons, from, to + kOverlap);
    if (path.empty()) continue;
    out.push_back(shape(std::move(path), a.colour == b.colour ? Paint(a.colour) : Paint::linear(from, 0, to, 0, {{0, a.colour}, {1, b.colour}})));
  }
  return out;
}

}  // namespace parcours
