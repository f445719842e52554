// The quick pass for funnels without options: keeps, per step, the latest beginning that reached it.
// Exact where events that no two steps share tie, or where nothing ties; it says when it is not.
#pragma once

#include <vector>

#include "measures/funnel_plan.h"

namespace parcours {

class FunnelGreedy {
 public:
  // REQUIRES: plan.plain()
  explicit FunnelGreedy(const FunnelPlan& plan) : plan_(plan) {}

  enum class Verdict { none, found, not_exact };
  // The best attempt of the unit, if there is one. not_exact: ask FunnelSearch.
  Verdict best(const Selection& selection, std::size_t unit, Attempt& attempt);

 private:
  struct Claimed {
    TimeMs start;
    std::uint32_t length, steps;
    std::uint64_t row;
  };
  // Collects the events that some step claims; false when their ties are too entangled.
  bool collect(const Selection& selection, std::size_t unit);
  bool put_in_order(std::size_t group);
  std::size_t sweep(TimeMs& began) const;
  void read_times(std::size_t depth, TimeMs began, Attempt& attempt) const;

  const FunnelPlan& plan_;
  std::vector<Claimed> events_;
};

}  // namespace parcours
