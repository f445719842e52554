#include "questions/measure.h"

namespace parcours {

const StageFigures* MeasuredFigures::stage(std::string_view id) const {
  for (const auto& stage : stages)
    if (stage.id == id) return &stage;
  return nullptr;
}

const TouchpointFigures* MeasuredFigures::touchpoint(std::string_view id) const {
  for (const auto& stage : stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (touchpoint.id == id) return &touchpoint;
  return nullptr;
}

std::optional<Estimate> at_stake(std::int64_t lost_customers, const std::optional<Estimate>& goal_value) {
  if (!goal_value) return std::nullopt;
  const auto customers = static_cast<double>(lost_customers);
  return Estimate{customers * goal_value->value, customers * goal_value->low, customers * goal_value->high, goal_value->n};
}

}  // namespace parcours
