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

}  // namespace parcours
