#include "measures/funnel_any_order.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace parcours {
namespace {

constexpr std::int64_t kNobody = -1;

// Gives steps different candidates, one step after the other, by augmenting paths.
template <class Allowed>
class Matching {
 public:
  Matching(std::span<const Candidate> pool, const Allowed& allowed) : pool_(pool), allowed_(allowed), owner_(pool.size(), kNobody) {}

  // How many of the steps 1..most can be served together, from step 1 on.
  std::size_t serve(std::size_t most) {
    std::size_t served = 0;
    while (served < most) {
      seen_.assign(pool_.size(), false);
      if (!serve_step(served)) break;
      ++served;
    }
    return served;
  }

 private:
  bool serve_step(std::size_t step) {
    for (std::size_t i = 0; i < pool_.size(); ++i) {
      if (seen_[i] || !(pool_[i].steps >> step & 1) || !allowed_(step, pool_[i])) continue;
      seen_[i] = true;
      if (owner_[i] != kNobody && !serve_step(static_cast<std::size_t>(owner_[i]))) continue;
      owner_[i] = static_cast<std::int64_t>(step);
      return true;
    }
    return false;
  }

  std::span<const Candidate> pool_;
  const Allowed& allowed_;
  std::vector<std::int64_t> owner_;
  std::vector<bool> seen_;
};

template <class Allowed>
std::size_t serve(std::span<const Candidate> pool, std::size_t most, const Allowed& allowed) {
  return Matching<Allowed>(pool, allowed).serve(most);
}

// The last start of an excepted event that is over by `time`: no event of an attempt completed then may end by it.
TimeMs last_exception(const UnitEvents& unit, TimeMs time) {
  TimeMs last = kNoTime;
  for (const Span& span : unit.excepted)
    if (span.end <= time) last = std::max(last, span.start);
  return last;
}

struct Found {
  std::size_t depth = 0;
  TimeMs completed = 0;
};

// The deepest prefix of steps, and the first time by which it can be served.
Found deepest(const FunnelPlan& plan, const UnitEvents& unit, std::span<const Candidate> candidates) {
  Found found;
  std::array<std::int64_t, kFunnelStepsMost> there = {};  // events in the window, by step
  const auto count = [&](const Candidate& candidate, std::int64_t by) {
    for (std::size_t step = 0; step < plan.steps; ++step)
      if (candidate.steps >> step & 1) there[step] += by;
  };
  std::size_t from = 0;
  for (std::size_t to = 0; to < candidates.size() && found.depth < plan.steps; ++to) {
    count(candidates[to], 1);
    const TimeMs time = candidates[to].start;
    if (to + 1 < candidates.size() && candidates[to + 1].start == time) continue;
    while (time - candidates[from].start > plan.window) count(candidates[from++], -1);
    if (std::any_of(there.begin(), there.begin() + static_cast<std::ptrdiff_t>(found.depth) + 1, [](std::int64_t n) { return n == 0; })) continue;
    const TimeMs excepted = last_exception(unit, time);
    const std::size_t depth =
        serve(candidates.subspan(from, to + 1 - from), plan.steps, [&](std::size_t, const Candidate& candidate) { return candidate.end > excepted; });
    if (depth > found.depth) found = {depth, time};
  }
  return found;
}

// Narrows the pool to the latest beginning that still serves all steps.
std::span<const Candidate> latest_pool(std::span<const Candidate> pool, std::size_t depth, TimeMs excepted) {
  const auto allowed = [&](std::size_t, const Candidate& candidate) { return candidate.end > excepted; };
  for (std::size_t from = pool.size(); from-- > 0;) {
    if (from > 0 && pool[from - 1].start == pool[from].start) continue;
    if (serve(pool.subspan(from), depth, allowed) == depth) return pool.subspan(from);
  }
  return pool;
}

// From the last step backwards the earliest start, then from step 1 onwards the first row, that still lets all be served.
void assign(std::span<const Candidate> pool, TimeMs excepted, Attempt& attempt) {
  std::array<std::optional<TimeMs>, kFunnelStepsMost> start;
  std::array<std::optional<std::uint64_t>, kFunnelStepsMost> row;
  const auto allowed = [&](std::size_t step, const Candidate& candidate) {
    return candidate.end > excepted && (!start[step] || *start[step] == candidate.start) && (!row[step] || *row[step] == candidate.row);
  };
  const auto settle_step = [&](std::size_t step, auto& slot, auto field) {
    for (const Candidate& candidate : pool) {
      if (slot || !(candidate.steps >> step & 1) || !allowed(step, candidate)) continue;
      slot = candidate.*field;
      if (serve(pool, attempt.depth, allowed) != attempt.depth) slot.reset();
    }
  };
  for (std::size_t step = attempt.depth; step-- > 0;) settle_step(step, start[step], &Candidate::start);
  for (std::size_t step = 0; step < attempt.depth; ++step) settle_step(step, row[step], &Candidate::row);
  for (std::size_t step = 0; step < attempt.depth; ++step) {
    attempt.taken |= 1u << step;
    attempt.start[step] = *start[step];
    attempt.row[step] = *row[step];
  }
}

}  // namespace

Attempt best_in_any_order(const FunnelPlan& plan, const UnitEvents& unit, std::span<const Candidate> candidates) {
  const Found found = deepest(plan, unit, candidates);
  if (found.depth == 0) return {};
  const auto starts_before = [](const Candidate& candidate, TimeMs time) { return candidate.start < time; };
  const auto from = std::lower_bound(candidates.begin(), candidates.end(), found.completed - plan.window, starts_before);
  const auto to = std::lower_bound(from, candidates.end(), found.completed + 1, starts_before);
  const TimeMs excepted = last_exception(unit, found.completed);
  const auto pool = latest_pool(std::span(from, to), found.depth, excepted);
  Attempt attempt;
  attempt.depth = found.depth;
  assign(pool, excepted, attempt);
  settle(attempt, true);
  return attempt;
}

}  // namespace parcours
