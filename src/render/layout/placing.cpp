#include "render/layout/placing.h"

#include <algorithm>
#include <cmath>

namespace parcours {

constexpr double kStep = 5;

void Placing::take_curve(const std::vector<std::array<double, 2>>& points, double thickness) {
  if (points.size() < 2) return;
  double before = points.front()[1];
  for (double x = points.front()[0]; x < points.back()[0]; x += kStep) {
    const double y = smooth_at(points, x + kStep), top = std::min(before, y) - thickness / 2;
    take({x, top, kStep, std::fabs(y - before) + thickness});
    before = y;
  }
}

void Placing::take_band(const std::vector<std::array<double, 2>>& upper, const std::vector<std::array<double, 2>>& lower) {
  if (upper.size() < 2) return;
  for (double x = upper.front()[0]; x < upper.back()[0]; x += kStep) {
    const double top = std::min(smooth_at(upper, x), smooth_at(upper, x + kStep)),
                 bottom = std::max(smooth_at(lower, x), smooth_at(lower, x + kStep));
    take({x, top, kStep, bottom - top});
  }
}

bool Placing::is_free(const Box& box) const {
  if (!holds(bounds_, box)) return false;
  return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return overlap(other, box); });
}

bool Placing::place(const std::vector<std::array<double, 2>>& corners, double w, double h, Box& placed) {
  for (const auto& [x, y] : corners) {
    placed = {x, y, w, h};
    if (!is_free(placed)) continue;
    take(placed);
    return true;
  }
  return false;
}

}  // namespace parcours
