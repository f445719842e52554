// The parts of the river.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kRiverTop = 14;  // of the band; the shares stand on its upper edge

// The river within one stage. in = lost + open + out, in journeys.
struct RiverReach {
  const Column* column = nullptr;
  double left = 0, right = 0;
  std::int64_t in = 0, lost = 0, open = 0, out = 0;
  bool after_goal = false, is_last = false;
};

std::vector<RiverReach> river_reaches(const Frame& frame);
double river_scale(const Frame& frame, const std::vector<RiverReach>& reaches);  // scene units a journey; 0: nothing flows

// What flows back from the last stage to the one it leads to: as wide as those who return, dotted when that is hair-thin.
std::optional<Node> river_return(const Frame& frame, const std::vector<RiverReach>& reaches, double scale, double top);

}  // namespace parcours
