#include <algorithm>
#include <cmath>

#include "render/path.h"

namespace parcours {
namespace {

using Points = std::vector<std::array<double, 2>>;

double secant(const Points& p, std::size_t i) { return (p[i + 1][1] - p[i][1]) / (p[i + 1][0] - p[i][0]); }

// Slopes at the points: Fritsch and Carlson, "Monotone piecewise cubic interpolation", SIAM J. Numer. Anal. 17 (1980).
std::vector<double> slopes(const Points& p) {
  std::vector<double> slope(p.size(), 0);
  for (std::size_t i = 1; i + 1 < p.size(); ++i) {
    const double before = secant(p, i - 1), after = secant(p, i);
    if (before * after <= 0) continue;
    const double w1 = 2 * (p[i + 1][0] - p[i][0]) + (p[i][0] - p[i - 1][0]), w2 = (p[i + 1][0] - p[i][0]) + 2 * (p[i][0] - p[i - 1][0]);
    slope[i] = (w1 + w2) / (w1 / before + w2 / after);
  }
  return slope;
}

}  // namespace

Path smooth_curve(const Points& points) {
  Path path;
  if (points.empty()) return path;
  path.move(points[0][0], points[0][1]);
  const std::vector<double> slope = slopes(points);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto [x0, y0] = points[i];
    const auto [x1, y1] = points[i + 1];
    const double third = (x1 - x0) / 3;
    path.curve(x0 + third, y0 + slope[i] * third, x1 - third, y1 - slope[i + 1] * third, x1, y1);
  }
  return path;
}

double smooth_at(const Points& points, double x) {
  if (x <= points.front()[0]) return points.front()[1];
  if (x >= points.back()[0]) return points.back()[1];
  const std::vector<double> slope = slopes(points);
  std::size_t i = 0;
  while (points[i + 1][0] < x) ++i;
  const double h = points[i + 1][0] - points[i][0], t = (x - points[i][0]) / h, u = 1 - t;
  return points[i][1] * (1 + 2 * t) * u * u + points[i + 1][1] * t * t * (3 - 2 * t) + h * t * u * (u * slope[i] - t * slope[i + 1]);
}

}  // namespace parcours
