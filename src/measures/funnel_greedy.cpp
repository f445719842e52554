#include "measures/funnel_greedy.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace parcours {

FunnelGreedy::FunnelGreedy(const FunnelPlan& plan) : plan_(plan) {
  for (std::uint32_t name = 0; name < plan.index->events.size(); ++name) {
    if (plan.claims.perhaps(name)) {
      by_name_.clear();
      return;
    }
    by_name_.push_back(static_cast<std::uint32_t>(plan.claims.always(name)));
  }
}

FunnelGreedy::Verdict FunnelGreedy::best(const Selection& selection, std::size_t unit, Attempt& attempt) {
  if (!(find_claimed(selection, unit) & 1)) return Verdict::none;
  if (!collect()) return Verdict::not_exact;
  TimeMs began = 0;
  const std::size_t depth = sweep(began);
  assert(depth > 0);
  read_times(depth, began, attempt);
  return Verdict::found;
}

std::uint32_t FunnelGreedy::find_claimed(const Selection& selection, std::size_t unit) {
  const std::uint64_t from = selection.begin[unit], to = selection.begin[unit + 1];
  if (claimed_.size() < to - from) claimed_.resize(to - from);
  std::uint32_t seen = 0;
  std::size_t count = 0;
  for (std::uint64_t position = from; position < to; ++position) {  // without a branch: whether an event is claimed cannot be foretold
    const std::size_t row = selection.row(position);
    const std::uint32_t steps = steps_of(row);
    seen |= steps;
    claimed_[count] = row;
    count += steps != 0;
  }
  claimed_count_ = count;
  return seen;
}

bool FunnelGreedy::collect() {
  const EventIndex& index = *plan_.index;
  events_.clear();
  std::uint32_t seen = 0;  // no event counts before the first one of step 1, unless they tie
  std::size_t group = 0;   // events_[group..] start together
  TimeMs latest_end = kNoTime;
  bool tied = false;
  for (std::size_t i = 0; i < claimed_count_; ++i) {
    const std::uint64_t row = claimed_[i];
    const std::uint32_t steps = steps_of(row);
    const TimeMs start = index.start[row];
    const std::uint32_t length = index.length[row];
    if (start < latest_end) {
      if (start != events_[group].start || length != events_[group].length) return false;
      tied = true;
    } else {
      if (tied && !put_in_order(group)) return false;
      if (!(seen & 1)) events_.clear();
      group = events_.size();
      tied = false;
      latest_end = start + length;
    }
    seen |= steps;
    events_.push_back({start, length, steps, row});
  }
  return !tied || put_in_order(group);
}

// Tied events are read in the order of the steps.
bool FunnelGreedy::put_in_order(std::size_t group) {
  const auto begin = events_.begin() + static_cast<std::ptrdiff_t>(group);
  if (!std::all_of(begin, events_.end(), [](const Claimed& event) { return std::has_single_bit(event.steps); })) return false;
  std::stable_sort(begin, events_.end(), [](const Claimed& a, const Claimed& b) { return a.steps < b.steps; });
  return true;
}

// How deep it goes; and of those attempts that are completed first at that depth, when the last begins.
std::size_t FunnelGreedy::sweep(TimeMs& began) const {
  std::array<TimeMs, kFunnelStepsMost> latest;  // beginning from which the step was reached
  std::size_t depth = 0;
  for (const Claimed& event : events_) {
    for (std::uint32_t steps = event.steps & ((2u << depth) - 1); steps != 0;) {  // one event for one step: the last step first
      const auto step = static_cast<std::size_t>(std::bit_width(steps) - 1);
      steps &= ~(1u << step);
      if (step > 0 && event.start - latest[step - 1] > plan_.window) continue;
      latest[step] = step == 0 ? event.start : latest[step - 1];
      if (step < depth) continue;
      depth = step + 1;
      began = latest[step];
    }
    if (depth == plan_.steps) break;
  }
  return depth;
}

// From that beginning each step as early as can be.
void FunnelGreedy::read_times(std::size_t depth, TimeMs began, Attempt& attempt) const {
  const auto starts_before = [](const Claimed& event, TimeMs time) { return event.start < time; };
  auto event = std::lower_bound(events_.begin(), events_.end(), began, starts_before);
  attempt.depth = depth;
  attempt.taken = (1u << depth) - 1;
  for (std::size_t step = 0; step < depth; ++event) {
    assert(event != events_.end());
    if (!(event->steps >> step & 1)) continue;
    attempt.start[step] = event->start;
    attempt.row[step] = event->row;
    ++step;
  }
  settle(attempt, false);
}

}  // namespace parcours
