#include "render/path.h"

#include <algorithm>
#include <charconv>

namespace parcours {
namespace {

constexpr double kQuarter = 0.5522847498;  // control distance of a quarter circle

std::size_t coordinates_of(char op) { return op == 'C' ? 6 : op == 'Z' ? 0 : 2; }

}  // namespace

bool overlap(const Box& a, const Box& b, double slack) {
  return std::min(a.right(), b.right()) - std::max(a.x, b.x) > slack && std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > slack;
}

bool holds(const Box& outer, const Box& inner, double slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

Box united(const Box& a, const Box& b) {
  if (a.w <= 0 && a.h <= 0) return b;
  if (b.w <= 0 && b.h <= 0) return a;
  const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Path& Path::corner(double x, double y, bool leaves_flat) {
  const PathStep& last = steps_.back();
  const std::size_t n = coordinates_of(last.op);
  const double x0 = last.at[n - 2], y0 = last.at[n - 1];
  if (leaves_flat) return curve(x0 + (x - x0) * kQuarter, y0, x, y - (y - y0) * kQuarter, x, y);
  return curve(x0, y0 + (y - y0) * kQuarter, x - (x - x0) * kQuarter, y, x, y);
}

Path Path::circle(double cx, double cy, double r) {
  Path path;
  path.move(cx - r, cy).corner(cx, cy - r, false).corner(cx + r, cy, true).corner(cx, cy + r, false).corner(cx - r, cy, true).close();
  return path;
}

Path Path::polygon(const std::vector<std::array<double, 2>>& points) {
  Path path;
  for (const auto& [x, y] : points) path.empty() ? path.move(x, y) : path.line(x, y);
  path.close();
  return path;
}

Path Path::rounded(const Box& box, double radius) {
  const double r = std::min({radius, box.w / 2, box.h / 2});
  Path path;
  path.move(box.x + r, box.y).line(box.right() - r, box.y).corner(box.right(), box.y + r, true).line(box.right(), box.bottom() - r);
  path.corner(box.right() - r, box.bottom(), false).line(box.x + r, box.bottom()).corner(box.x, box.bottom() - r, true);
  path.line(box.x, box.y + r).corner(box.x + r, box.y, false).close();
  return path;
}

Path Path::parse(std::string_view text) {
  Path path;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    PathStep step{*at++, {}};
    for (std::size_t i = 0; i < coordinates_of(step.op); ++i) {
      while (at < end && *at == ' ') ++at;
      at = std::from_chars(at, end, step.at[i]).ptr;
    }
    path.put(step);
  }
  return path;
}

Path Path::moved(double dx, double dy, double scale) const {
  Path path = *this;
  for (PathStep& step : path.steps_)
    for (std::size_t i = 0; i < coordinates_of(step.op); ++i) step.at[i] = step.at[i] * scale + (i % 2 == 0 ? dx : dy);
  return path;
}

Path Path::mirrored(double width) const {
  Path out = *this;
  for (PathStep& step : out.steps_) {
    const std::size_t count = step.op == 'C' ? 6 : step.op == 'Z' ? 0 : 2;
    for (std::size_t i = 0; i < count; i += 2) step.at[i] = width - step.at[i];
  }
  return out;
}

Box Path::box() const {
  bool first = true;
  double left = 0, top = 0, right = 0, bottom = 0;
  for (const PathStep& step : steps_)
    for (std::size_t i = 0; i + 1 < coordinates_of(step.op); i += 2) {
      const double x = step.at[i], y = step.at[i + 1];
      left = first ? x : std::min(left, x), right = first ? x : std::max(right, x);
      top = first ? y : std::min(top, y), bottom = first ? y : std::max(bottom, y);
      first = false;
    }
  return {left, top, right - left, bottom - top};
}

}  // namespace parcours
