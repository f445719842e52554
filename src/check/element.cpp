#include "check/element.h"

#include <algorithm>

namespace parcours {
namespace {

template <class Figures>
void measure(ElementInMap& element, const Figures* figures) {
  if (!figures) return;
  element.journeys = figures->journeys;
  if (figures->journeys_share.n > 0) element.reach = figures->journeys_share.value;
  if (figures->drop_off.n > 0) element.drop_off = figures->drop_off.value;
}

ElementInMap of_touchpoint(const MeasuredMap& measured, const Stage& stage, const Touchpoint& touchpoint) {
  ElementInMap element{touchpoint.name, touchpoint.importance ? touchpoint.importance : stage.importance, 0, 0, {}};
  measure(element, measured.touchpoint(touchpoint.id));
  return element;
}

std::optional<ElementInMap> of_friction(const MeasuredMap& measured, const std::string& id) {
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      for (const auto& friction : touchpoint.frictions) {
        if (friction.id != id) continue;
        ElementInMap element = of_touchpoint(measured, stage, touchpoint);
        element.name = friction.text;
        return element;
      }
    }
  }
  return std::nullopt;
}

ElementInMap whole_map(const MeasuredMap& measured) {
  ElementInMap element;
  if (measured.figures) element.reach = 1;
  return element;
}

}  // namespace

ElementInMap element_in(const MeasuredMap& measured, const std::string& id) {
  const JourneyMap& map = measured.map;
  if (const auto* touchpoint = map.touchpoint(id)) return of_touchpoint(measured, *map.stage_of(id), *touchpoint);
  if (const auto* stage = map.stage(id)) {
    ElementInMap element{stage->name, stage->importance, 0, 0, {}};
    measure(element, measured.stage(id));
    return element;
  }
  if (const auto friction = of_friction(measured, id)) return *friction;
  const auto action = std::find_if(map.actions.begin(), map.actions.end(), [&](const Action& a) { return a.id == id; });
  if (action == map.actions.end()) return whole_map(measured);
  ElementInMap element = of_friction(measured, action->for_friction).value_or(ElementInMap{});
  element.name = action->text;
  return element;
}

}  // namespace parcours
