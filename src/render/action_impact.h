// What actions may bring, of one kind for the whole map: money at stake, else customers lost, else importance.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

enum class ImpactKind { money, lost, importance };

struct ActionImpact {
  const Action* action = nullptr;
  const RankedAction* rank = nullptr;
  std::size_t place = 0;         // among all of them, best first; from 1
  std::optional<double> impact;  // nothing: there is no figure of that kind
  bool weak = false;
};

// Those that are not over, best first; `kind` becomes theirs.
std::vector<ActionImpact> action_impacts(const Frame& frame, ImpactKind& kind);

std::string say_impact(const Frame& frame, ImpactKind kind, double value);
Message impact_axis(ImpactKind kind);  // what the axis of such impacts says

}  // namespace parcours
