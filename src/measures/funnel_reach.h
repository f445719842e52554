// The forward half of the exact search: how far a unit gets, when that is completed first, and the latest start from which.
//
// A label is one way to have come to a step at an event. Of all there is to know about it the future needs only: where it began, its
// latest start (the next event must end after it), its soonest end (what may lie inside) and which of its events a later step could miss.
// A label that is no better in any of these than another at the same step and event is dropped.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "measures/funnel_plan.h"

namespace parcours {

// Some of the candidates, at most one per step.
class UsedEvents {
 public:
  bool has(std::uint32_t candidate) const { return std::find(begin(), end(), candidate) != end(); }
  void add(std::uint32_t candidate) { events_[count_++] = candidate; }
  template <class Keep>
  void keep_if(const Keep& keep) {
    count_ = static_cast<std::size_t>(std::partition(begin(), end(), keep) - begin());
  }
  bool within(const UsedEvents& other) const {
    return std::all_of(begin(), end(), [&](std::uint32_t event) { return other.has(event); });
  }
  bool same_as(const UsedEvents& other) const { return count_ == other.count_ && within(other); }
  std::uint32_t* begin() { return events_.data(); }
  std::uint32_t* end() { return events_.data() + count_; }
  const std::uint32_t* begin() const { return events_.data(); }
  const std::uint32_t* end() const { return events_.data() + count_; }

 private:
  std::array<std::uint32_t, kFunnelStepsMost> events_ = {};
  std::size_t count_ = 0;
};

class FunnelReach {
 public:
  explicit FunnelReach(const FunnelPlan& plan) : plan_(plan), labels_(plan.steps) {}

  // REQUIRES: compare() was called, all candidates have the same class. `anchor`: the candidate that attempts have to begin with.
  void run(const UnitEvents& unit, std::span<const Candidate> candidates, std::optional<std::uint32_t> anchor);

  // Of the best attempt. The times are only there when depth >= 1.
  std::size_t depth() const { return depth_; }
  TimeMs completed() const { return completed_; }
  TimeMs began() const { return began_; }
  // The latest beginning of an attempt that comes to `step` at an event of this kind; smallest number: none does.
  TimeMs latest_beginning(std::size_t step, std::uint32_t kind) const { return latest_beginning_[step * kinds_ + kind]; }
  TimeMs longest() const { return longest_; }  // of the candidates' intervals

 private:
  struct Label {
    std::uint32_t event = 0;
    TimeMs began = 0, latest_start = 0, soonest_end = 0;
    UsedEvents used;
  };

  void reach_step(std::size_t step, std::optional<std::uint32_t> anchor);
  void come_from(std::size_t previous, std::size_t step, std::uint32_t event);
  void come_from_frontier(std::size_t step, std::uint32_t event);
  void extend(const Label& from, std::size_t step, std::uint32_t event);
  void make_frontier(std::size_t step);
  void offer(Label& label, std::size_t step);
  void forget_what_cannot_matter(Label& label, std::size_t step) const;
  bool dominates(const Label& a, const Label& b) const;
  void choose_best();

  const FunnelPlan& plan_;
  const UnitEvents* unit_ = nullptr;
  std::span<const Candidate> candidates_;
  bool simple_ = false;  // no event may be taken by two steps and nothing is watched inside: a label is just (began, latest_start)
  TimeMs longest_ = 0;
  std::size_t kinds_ = 0;
  std::vector<std::vector<Label>> labels_;  // by step, in order of their events
  std::vector<Label> found_;                // at the event at hand
  std::vector<const Label*> frontier_;      // of the steps before: by latest start, each beginning later than the one before it
  std::vector<TimeMs> latest_beginning_;
  std::size_t depth_ = 0;
  TimeMs completed_ = 0, began_ = 0;
};

}  // namespace parcours
