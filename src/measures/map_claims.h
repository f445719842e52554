// The rules of all touchpoints of a map at once, and which of its events no touchpoint claims, or several do.
#pragma once

#include <bit>
#include <vector>

#include "measures/claims.h"
#include "measures/journey_table.h"
#include "measures/scope.h"

namespace parcours {

// Any number of rules. Must not outlive the index.
class MapClaims {
 public:
  // `order`: the touchpoints in the order in which their claims of one event are to be told. `rules`: by touchpoint.
  MapClaims(const std::vector<Rule>& rules, std::vector<PlaceId> order, const EventIndex& index);

  // Calls f(touchpoint) for each rule that claims the event.
  template <class F>
  void each(std::size_t row, F&& f) const {
    for (std::size_t block = 0; block < blocks_.size(); ++block)
      for (std::uint64_t bits = blocks_[block].of(row); bits != 0; bits &= bits - 1)
        f(order_[block * Claims::kMost + static_cast<std::size_t>(std::countr_zero(bits))]);
  }
  bool any(std::size_t row) const {
    for (const auto& block : blocks_)
      if (block.of(row) != 0) return true;
    return false;
  }

 private:
  std::vector<PlaceId> order_;
  std::vector<Claims> blocks_;
};

// The touchpoints in the order of visits of one event: those before the goal as in the file, the goal, those after it as in the file.
std::vector<PlaceId> visit_order(const MapShape& shape);
std::vector<Rule> match_rules(const MeasureQuestion& question);    // by touchpoint
std::vector<Rule> failure_rules(const MeasureQuestion& question);  // by touchpoint

// What the rules leave out and what they claim twice. An event claimed by a failure rule only is claimed.
struct ClaimCoverage {
  std::int64_t claimed_events = 0;
  std::vector<Unclaimed> unclaimed;   // most first, then by name
  std::vector<RuleOverlap> overlaps;  // by match rules; in order of the file
};
ClaimCoverage claim_coverage(const Selection& selection, const MeasureQuestion& question);

}  // namespace parcours
