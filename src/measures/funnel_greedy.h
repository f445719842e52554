// The quick pass for funnels without options: keeps, per step, the latest beginning that reached it.
// Exact where events that no two steps share tie, or where nothing ties; it says when it is not.
#pragma once

#include <vector>

#include "measures/funnel_plan.h"

namespace parcours {

class FunnelGreedy {
 public:
  // REQUIRES: plan.plain()
  explicit FunnelGreedy(const FunnelPlan& plan);

  enum class Verdict { none, found, not_exact };
  // The best attempt of the unit, if there is one. not_exact: ask FunnelSearch.
  Verdict best(const Selection& selection, std::size_t unit, Attempt& attempt);

 private:
  struct Claimed {
    TimeMs start;
    std::uint32_t length, steps;
    std::uint64_t row;
  };
  // Finds the rows that some step claims; gives all the steps that claim any of them.
  std::uint32_t find_claimed(const Selection& selection, std::size_t unit);
  std::uint32_t steps_of(std::size_t row) const {
    return by_name_.empty() ? static_cast<std::uint32_t>(plan_.claims.of(row)) : by_name_[plan_.index->event[row]];
  }
  // Makes events_ of them; false when their ties are too entangled.
  bool collect();
  bool put_in_order(std::size_t group);
  std::size_t sweep(TimeMs& began) const;
  void read_times(std::size_t depth, TimeMs began, Attempt& attempt) const;

  const FunnelPlan& plan_;
  std::vector<std::uint32_t> by_name_;  // the steps that claim an event of that name; empty when other fields matter too
  std::vector<std::uint64_t> claimed_;  // rows; the first claimed_count_ of them count
  std::size_t claimed_count_ = 0;
  std::vector<Claimed> events_;
};

}  // namespace parcours
