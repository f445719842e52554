// An element of a map by its id, as the score weighs it: a touchpoint, a stage, a friction, an action; "" and any other: the whole map.
#pragma once

#include <optional>
#include <string>

#include "overlay/measured_map.h"

namespace parcours {

struct ElementInMap {
  LocalText name;                        // empty for the whole map
  std::optional<int> importance;         // 1..5: the touchpoint's, else its stage's
  double reach = 0, drop_off = 0;        // shares of journeys, 0 without figures; the whole map reaches all
  std::optional<std::int64_t> journeys;  // that visit it
};

// A friction counts as its touchpoint, an action as its friction's.
ElementInMap element_in(const MeasuredMap& measured, const std::string& id);

}  // namespace parcours
