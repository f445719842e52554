#include "measures/funnel_tally.h"

#include <algorithm>
#include <cassert>

#include "measures/median.h"
#include "questions/statistics.h"

namespace parcours {

void FunnelTally::add(std::uint32_t customer, const Attempt& attempt, bool open) {
  assert(attempt.depth >= 1);
  if (repeats_ && customer != customer_) {
    close_customer();
    customer_ = customer;
  }
  const std::size_t last = attempt.depth - 1;
  for (Counted* counted : {&all_, &of_customer_}) {
    for (std::size_t step = 0; step < attempt.depth; ++step) counted->count[step] += attempt.takes(step);
    counted->open[last] += open;
  }
  if (question_->list) ended_[last].push_back(customer);
  if (timed_) add_times(attempt);
}

// Puts the customer at hand, who may have several attempts, to the shares as one.
void FunnelTally::close_customer() {
  if (!repeats_) return;
  for (const Of of : {kOfFirst, kOfPrevious, kClosedOfFirst, kClosedOfPrevious})
    for (std::size_t step = 0; step < question_->steps.size(); ++step)
      if (const std::int64_t n = whole(of_customer_, step, of); n > 0) clustered_[of][step].add(of_customer_.count[step], n);
  of_customer_ = {};
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

// What the share is of. Without the open ones: those known to have reached the step or not.
std::int64_t FunnelTally::whole(const Counted& counted, std::size_t step, Of of) const {
  const bool previous = of == kOfPrevious || of == kClosedOfPrevious, closed = of == kClosedOfFirst || of == kClosedOfPrevious;
  if (previous && step == 0) return 0;
  const std::size_t from = previous ? step_before(step) : 0;
  std::int64_t n = counted.count[from];
  for (std::size_t at = from; closed && at < step; ++at) n -= counted.open[at];
  return n;
}

Share FunnelTally::share(std::size_t step, Of of) const {
  if (repeats_) return clustered_[of][step].share();
  const std::int64_t n = whole(all_, step, of);
  return wilson(n == 0 ? 0 : all_.count[step], n);
}

FunnelStepCount FunnelTally::row(std::size_t step) {
  FunnelStepCount out;
  out.step = question_->steps[step].name;
  out.count = all_.count[step];
  out.open = all_.open[step];
  out.median_s = median_in_place_s(since_previous_[step]);
  out.median_total_s = median_in_place_s(since_first_[step]);
  out.share_of_first = share(step, kOfFirst);
  out.share_of_previous = share(step, kOfPrevious);
  out.closed_share_of_first = share(step, kClosedOfFirst);
  out.closed_share_of_previous = share(step, kClosedOfPrevious);
  return out;
}

}  // namespace parcours
