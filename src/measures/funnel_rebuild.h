// The backward half of the exact search: which events the best attempt takes, once it is known how deep it goes, when it is
// completed and when it begins (funnel_reach.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "measures/funnel_reach.h"

namespace parcours {

class FunnelRebuild {
 public:
  FunnelRebuild(const FunnelPlan& plan, const UnitEvents& unit, std::span<const Candidate> candidates, const FunnelReach& reach,
                std::optional<std::uint32_t> anchor)
      : plan_(plan), unit_(unit), candidates_(candidates), reach_(reach), anchor_(anchor) {}

  // The best attempt: with its times; with `rows` also with the events that are stored first (else rows mean nothing).
  // REQUIRES: reach.depth() >= 1
  Attempt attempt(bool rows);

 private:
  using Chosen = std::array<std::optional<std::uint32_t>, kFunnelStepsMost>;  // by step: the candidate taken
  // An attempt chosen from its last step down to some step.
  struct Tail {
    Chosen chosen;
    std::size_t step = 0;    // the first of its steps that has an event
    std::size_t extras = 0;  // optional steps that must still be taken
    TimeMs soonest_end = kForever, latest_start = kNoTime;
  };
  using Situation = std::vector<TimeMs>;

  void choose_times();
  std::vector<Tail> with_extras(std::size_t extras);
  std::vector<Tail> longer(const std::vector<Tail>& tails, std::size_t step);
  bool completes(const Tail& tail, std::size_t steps_left);
  bool may_matter(const Candidate& taken, const Tail& tail, std::size_t steps_left) const;
  bool completes_taking(const Tail& tail, std::size_t step);
  // Calls with every way to let the tail take the step, by start, until told to stop (false).
  template <class Call>
  void each_taking(const Tail& tail, std::size_t step, const Call& call);
  bool fits(const Tail& tail, std::size_t step, std::uint32_t event) const;
  bool is_clear(const Chosen& chosen, TimeMs soonest_end, TimeMs latest_start) const;

  void choose_rows(const Attempt& attempt);
  bool choose_row(const Attempt& attempt, std::size_t step, TimeMs latest_start, TimeMs soonest_end);

  template <class Matters>
  void add_kinds(Situation& situation, const Chosen& chosen, const Matters& matters) const;
  std::size_t first_starting_at(TimeMs time) const;

  const FunnelPlan& plan_;
  const UnitEvents& unit_;
  std::span<const Candidate> candidates_;
  const FunnelReach& reach_;
  std::optional<std::uint32_t> anchor_;
  Chosen chosen_;
  std::set<Situation> hopeless_;  // situations known to lead nowhere
};

}  // namespace parcours
