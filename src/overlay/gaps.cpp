#include "overlay/gaps.h"

#include <algorithm>

namespace parcours {

bool is_gap(const Stage& stage, const BuyerStep& step) {
  if (!step.touchpoint.empty()) return false;
  const bool ties_steps = std::any_of(stage.buyer.begin(), stage.buyer.end(), [](const BuyerStep& s) { return !s.touchpoint.empty(); });
  const bool has_touchpoint = std::any_of(stage.touchpoints.begin(), stage.touchpoints.end(), [](const Touchpoint& t) { return !t.out_of_sight; });
  return ties_steps || !has_touchpoint;
}

}  // namespace parcours
