// Adds attempts up to the rows of a funnel.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "measures/funnel_attempt.h"
#include "questions/funnel.h"
#include "questions/statistics.h"

namespace parcours {

class FunnelTally {
 public:
  // `repeats`: a customer may be added several times.
  FunnelTally(const FunnelQuestion& question, bool timed, bool repeats) : question_(&question), timed_(timed), repeats_(repeats) {}

  // A customer's attempts come one after the other. REQUIRES: depth >= 1
  void add(std::uint32_t customer, const Attempt& attempt, bool open);

  std::int64_t size() const { return all_.count[0]; }
  // Names by customer number. To be called once, at the end.
  template <class NameOf>
  std::vector<FunnelStepCount> rows(const NameOf& name_of);

 private:
  using Counts = std::array<std::int64_t, kFunnelStepsMost>;
  enum Of : std::size_t { kOfFirst, kOfPrevious, kClosedOfFirst, kClosedOfPrevious };
  struct Counted {
    Counts count = {}, open = {};
  };

  void add_times(const Attempt& attempt);
  void close_customer();
  std::size_t step_before(std::size_t step) const;
  std::int64_t whole(const Counted& counted, std::size_t step, Of of) const;
  Share share(std::size_t step, Of of) const;
  FunnelStepCount row(std::size_t step);

  const FunnelQuestion* question_;
  bool timed_, repeats_;
  Counted all_;
  // With repeats: of the customer at hand, and the shares of those before.
  std::uint32_t customer_ = 0;
  Counted of_customer_;
  std::array<std::array<ClusteredCount, kFunnelStepsMost>, 4> clustered_;
  std::array<std::vector<TimeMs>, kFunnelStepsMost> since_previous_, since_first_;
  std::array<std::vector<std::uint32_t>, kFunnelStepsMost> ended_;  // customers, with `list`
};

template <class NameOf>
std::vector<FunnelStepCount> FunnelTally::rows(const NameOf& name_of) {
  close_customer();
  std::vector<FunnelStepCount> out;
  for (std::size_t step = 0; step < question_->steps.size(); ++step) {
    FunnelStepCount& made = out.emplace_back(row(step));
    for (const std::uint32_t customer : ended_[step]) made.customers.push_back(name_of(customer));
    std::sort(made.customers.begin(), made.customers.end());
    made.customers.erase(std::unique(made.customers.begin(), made.customers.end()), made.customers.end());
  }
  return out;
}

}  // namespace parcours
