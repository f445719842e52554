// One attempt at a funnel, and which of two is the better one (funnel.h says why).
#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "measures/funnel.h"

namespace parcours {

struct Attempt {
  std::size_t depth = 0;                                 // 0: none
  std::uint32_t taken = 0;                               // bit k: step k + 1 has an event
  std::array<TimeMs, kFunnelStepsMost> start = {};       // of the event of each taken step
  std::array<std::uint64_t, kFunnelStepsMost> row = {};  // its row in the index
  TimeMs began = 0, completed = 0;
  std::uint64_t first_row = 0, last_row = 0;  // the event that begins it; the last of its events in the index's order

  bool takes(std::size_t step) const { return taken >> step & 1; }
};

bool better(const Attempt& a, const Attempt& b);

// Fills began, completed, first_row and last_row in. REQUIRES: depth >= 1
void settle(Attempt& attempt, bool any_order);

}  // namespace parcours
