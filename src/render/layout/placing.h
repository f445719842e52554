// Finding a free place for a small text among curves and other texts.
#pragma once

#include <vector>

#include "render/scene.h"

namespace parcours {

class Placing {
 public:
  Placing(double left, double right, double top, double bottom) : bounds_{left, top, right - left, bottom - top} {}

  void take(const Box& box) { taken_.push_back(box); }
  void take_curve(const std::vector<std::array<double, 2>>& points, double thickness);                               // of smooth_curve
  void take_band(const std::vector<std::array<double, 2>>& upper, const std::vector<std::array<double, 2>>& lower);  // between two of them
  bool is_free(const Box& box) const;
  // The first of `corners` (left, top) at which a box of that size is free; it is taken then.
  bool place(const std::vector<std::array<double, 2>>& corners, double w, double h, Box& placed);

 private:
  Box bounds_;
  std::vector<Box> taken_;
};

}  // namespace parcours
