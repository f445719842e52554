// The exact search for a unit's best attempt, all options of funnel.h together.
#pragma once

#include <vector>

#include "measures/funnel_plan.h"
#include "measures/funnel_reach.h"

namespace parcours {

class FunnelSearch {
 public:
  // `rows`: which events are taken is asked for, not only when they are.
  FunnelSearch(const FunnelPlan& plan, bool rows) : plan_(plan), rows_(rows || plan.attempts), reach_(plan) {}

  // The attempts that count, in order: at most one without `attempts`.
  const std::vector<Attempt>& attempts(UnitEvents& unit);

 private:
  void best_of_all_classes(UnitEvents& unit);
  void from_the_left(UnitEvents& unit);
  Attempt best(const UnitEvents& unit, std::vector<Candidate>& candidates, bool anchored);

  const FunnelPlan& plan_;
  bool rows_;
  FunnelReach reach_;
  std::vector<Candidate> chosen_;
  std::vector<Attempt> attempts_;
};

}  // namespace parcours
