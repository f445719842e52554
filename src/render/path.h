// Outlines and strokes as plain steps: what SVG, PNG and PDF all draw the same way.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace parcours {

struct Box {
  double x = 0, y = 0, w = 0, h = 0;
  double right() const { return x + w; }
  double bottom() const { return y + h; }
  bool empty() const { return w <= 0 || h <= 0; }
  Box grown(double by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
};

bool overlap(const Box& a, const Box& b, double slack = 0);  // by more than `slack` both ways
bool holds(const Box& outer, const Box& inner, double slack = 0);
Box united(const Box& a, const Box& b);  // an empty box adds nothing

struct PathStep {
  char op = 'M';                  // M, L, C or Z
  std::array<double, 6> at = {};  // M, L: x y; C: two controls and the end
};

class Path {
 public:
  Path& move(double x, double y) { return put({'M', {x, y}}); }
  Path& line(double x, double y) { return put({'L', {x, y}}); }
  Path& curve(double ax, double ay, double bx, double by, double x, double y) { return put({'C', {ax, ay, bx, by, x, y}}); }
  Path& close() { return put({'Z', {}}); }
  // A quarter of an ellipse to (x, y), leaving along the horizontal or along the vertical.
  Path& corner(double x, double y, bool leaves_flat);

  static Path circle(double cx, double cy, double r);
  static Path polygon(const std::vector<std::array<double, 2>>& points);
  static Path rounded(const Box& box, double radius);
  static Path parse(std::string_view text);  // absolute M, L, C, Z as tools/bake_icons writes them

  bool empty() const { return steps_.empty(); }
  const std::vector<PathStep>& steps() const { return steps_; }
  void append(const Path& other) { steps_.insert(steps_.end(), other.steps_.begin(), other.steps_.end()); }
  Path moved(double dx, double dy, double scale = 1) const;
  Path mirrored(double width) const;  // x becomes width - x
  Box box() const;                    // of all points and controls: never too small

 private:
  Path& put(PathStep step) {
    steps_.push_back(step);
    return *this;
  }
  std::vector<PathStep> steps_;
};

// A smooth curve through points with rising x that never leaves the band between neighbours (Fritsch–Carlson).
Path smooth_curve(const std::vector<std::array<double, 2>>& points);
// y of that curve at x; x outside is taken at the ends. REQUIRES: points not empty
double smooth_at(const std::vector<std::array<double, 2>>& points, double x);

}  // namespace parcours
