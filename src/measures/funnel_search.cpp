#include "measures/funnel_search.h"

#include <algorithm>

#include "measures/funnel_any_order.h"
#include "measures/funnel_rebuild.h"

namespace parcours {

const std::vector<Attempt>& FunnelSearch::attempts(UnitEvents& unit) {
  attempts_.clear();
  if (plan_.first || plan_.attempts) from_the_left(unit);
  else best_of_all_classes(unit);
  return attempts_;
}

void FunnelSearch::best_of_all_classes(UnitEvents& unit) {
  if (!plan_.same) {
    chosen_ = unit.candidates;
    if (const Attempt attempt = best(unit, chosen_, false); attempt.depth > 0) attempts_.push_back(attempt);
    return;
  }
  std::stable_sort(unit.candidates.begin(), unit.candidates.end(), [](const Candidate& a, const Candidate& b) { return a.same < b.same; });
  Attempt deepest;
  for (auto from = unit.candidates.begin(); from != unit.candidates.end();) {
    const auto to = std::find_if(from, unit.candidates.end(), [&](const Candidate& candidate) { return candidate.same != from->same; });
    chosen_.assign(from, to);
    if (const Attempt attempt = best(unit, chosen_, false); better(attempt, deepest)) deepest = attempt;
    from = to;
  }
  if (deepest.depth > 0) attempts_.push_back(deepest);
}

void FunnelSearch::from_the_left(UnitEvents& unit) {
  auto from = unit.candidates.begin();
  while (true) {
    from = std::find_if(from, unit.candidates.end(), [](const Candidate& candidate) { return candidate.steps & 1; });
    if (from == unit.candidates.end()) return;
    chosen_.clear();
    // Tied events stored before it may be steps of it, unless an attempt before has passed them.
    const std::uint64_t passed = attempts_.empty() ? 0 : attempts_.back().last_row + 1;
    for (const Candidate& candidate : unit.candidates) {
      if (candidate.row < passed || candidate.same != from->same) continue;
      if (candidate.row < from->row && candidate.end <= from->start) continue;
      if (candidate.start - from->start > plan_.window) break;
      chosen_.push_back(candidate);
    }
    attempts_.push_back(best(unit, chosen_, true));
    if (!plan_.attempts) return;
    const std::uint64_t last = attempts_.back().last_row;
    from = std::find_if(from, unit.candidates.end(), [last](const Candidate& candidate) { return candidate.row > last; });
  }
}

// With `anchored`, of those that begin with the first candidate of step 1.
Attempt FunnelSearch::best(const UnitEvents& unit, std::vector<Candidate>& candidates, bool anchored) {
  if (plan_.any_order) return best_in_any_order(plan_, unit, candidates);
  compare(candidates, plan_.steps);
  std::optional<std::uint32_t> anchor;
  if (anchored) {
    const auto first = std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) { return candidate.steps & 1; });
    anchor = static_cast<std::uint32_t>(first - candidates.begin());
  }
  reach_.run(unit, candidates, anchor);
  if (reach_.depth() == 0) return {};
  return FunnelRebuild(plan_, unit, candidates, reach_, anchor).attempt(rows_);
}

}  // namespace parcours
