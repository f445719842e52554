#include "measures/funnel_tally.h"

#include <algorithm>
#include <cassert>

#include "questions/statistics.h"

namespace parcours {

void FunnelTally::add(std::uint32_t customer, const Attempt& attempt, bool open) {
  assert(attempt.depth >= 1);
  if (repeats_ && (repeated_.empty() || repeated_.back().customer != customer)) repeated_.push_back({customer, {}, {}});
  for (std::size_t step = 0; step < attempt.depth; ++step) {
    if (!attempt.takes(step)) continue;
    ++counts_[step];
    if (repeats_) ++repeated_.back().count[step];
  }
  const std::size_t last = attempt.depth - 1;
  if (open) {
    ++open_[last];
    if (repeats_) ++repeated_.back().open[last];
  }
  if (question_->list) ended_[last].push_back(customer);
  if (timed_) add_times(attempt);
}

// From the event before: in order the last step taken, in any order the event just before it in time.
void FunnelTally::add_times(const Attempt& attempt) {
  for (std::size_t step = 0; step < attempt.depth; ++step) {
    if (!attempt.takes(step) || attempt.row[step] == attempt.first_row) continue;
    std::optional<std::size_t> before;
    for (std::size_t other = 0; other < attempt.depth; ++other) {
      if (other == step || !attempt.takes(other)) continue;
      const bool comes_before = question_->any_order ? attempt.row[other] < attempt.row[step] : other < step;
      if (!comes_before) continue;
      if (!before || (question_->any_order ? attempt.row[other] > attempt.row[*before] : other > *before)) before = other;
    }
    assert(before);
    since_previous_[step].push_back(std::max<TimeMs>(0, attempt.start[step] - attempt.start[*before]));
    since_first_[step].push_back(std::max<TimeMs>(0, attempt.start[step] - attempt.began));
  }
}

std::size_t FunnelTally::step_before(std::size_t step) const {
  assert(step > 0);
  do --step;
  while (question_->steps[step].optional);
  return step;
}

// Those who reached `from` and are not open between it and `step`: known to have reached `step` or not.
std::int64_t FunnelTally::decided(const Counts& count, const Counts& open, std::size_t from, std::size_t step) const {
  std::int64_t n = count[from];
  for (std::size_t at = from; at < step; ++at) n -= open[at];
  return n;
}

Share FunnelTally::share(std::size_t step, Of of, bool closed) const {
  if (step == 0 && of == Of::previous) return wilson(0, 0);
  const std::size_t from = of == Of::first ? 0 : step_before(step);
  if (!repeats_) return wilson(counts_[step], closed ? decided(counts_, open_, from, step) : counts_[from]);
  ClusteredCount clustered;
  for (const Repeated& one : repeated_) {
    const std::int64_t n = closed ? decided(one.count, one.open, from, step) : one.count[from];
    if (n > 0) clustered.add(one.count[step], n);
  }
  return clustered.share();
}

FunnelStepCount FunnelTally::row(std::size_t step) {
  FunnelStepCount out;
  out.step = question_->steps[step].name;
  out.count = counts_[step];
  out.open = open_[step];
  out.median_s = median_s(std::move(since_previous_[step]));
  out.median_total_s = median_s(std::move(since_first_[step]));
  out.share_of_first = share(step, Of::first, false);
  out.share_of_previous = share(step, Of::previous, false);
  out.closed_share_of_first = share(step, Of::first, true);
  out.closed_share_of_previous = share(step, Of::previous, true);
  return out;
}

}  // namespace parcours
