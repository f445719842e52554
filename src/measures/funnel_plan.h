// A funnel question made ready for an index: what the searches ask of it, and the events of one unit they search.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "measures/claims.h"
#include "measures/field_values.h"
#include "measures/funnel_attempt.h"
#include "measures/scope.h"
#include "questions/funnel.h"

namespace parcours {

inline constexpr TimeMs kForever = std::numeric_limits<TimeMs>::max() / 4;  // no time is added to it that would overflow

struct FunnelPlan {
  const EventIndex* index;
  std::size_t steps;
  TimeMs window;                                       // kForever: none
  std::uint32_t optional = 0;                          // bit k: step k + 1
  std::array<TimeMs, kFunnelStepsMost> within, after;  // kForever, 0: not given
  bool first, attempts, strict, any_order;
  bool gaps = false;  // some step has within or after
  Claims claims;
  std::optional<CompiledRule> except;
  std::optional<FieldValues> same;
  std::vector<std::uint32_t> same_class;  // by code of `same`

  bool is_optional(std::size_t step) const { return optional >> step & 1; }
  // No option that the quick pass does not know.
  bool plain() const { return !first && !attempts && !strict && !any_order && !optional && !gaps && !except && !same; }
  // The time from a step to the next one taken.
  bool gap_fits(std::size_t step, TimeMs before, TimeMs at) const {
    const TimeMs gap = at > before ? at - before : 0;
    return gap >= after[step] && gap <= within[step];
  }
};

// Misuse: everything that funnel.h refuses.
Result<FunnelPlan> plan_funnel(const EventIndex& index, const FunnelQuestion& question);

struct Span {
  TimeMs start = 0, end = 0;
  std::uint64_t row = 0;
};

// An event that some step claims. Two of one kind are interchangeable: same interval, same steps.
struct Candidate : Span {
  std::uint32_t steps = 0;   // bit k: step k + 1 claims it
  std::uint32_t scarce = 0;  // of these, the steps for which there may not be another event of the same interval left
  std::uint32_t same = 0;    // class of its value in `same`
  std::uint32_t kind = 0;
  std::int32_t twin = -1;  // the candidate of its kind before it
};

// The events of one unit as the searches see them, in the index's order.
struct UnitEvents {
  std::vector<Candidate> candidates;  // not claimed by `except`, with a value in `same`
  std::vector<Span> all;              // with `strict` only
  std::vector<Span> excepted;
  std::vector<TimeMs> excepted_end;  // the soonest end among excepted[i] and those after it

  // True when nothing that may not lie inside does, for an attempt whose soonest end and latest start these are.
  // is_used(row) tells its own events.
  template <class IsUsed>
  bool inside_is_clear(TimeMs soonest_end, TimeMs latest_start, const IsUsed& is_used) const;
  bool guarded() const { return !all.empty() || !excepted.empty(); }
};

void gather(const FunnelPlan& plan, const Selection& selection, std::size_t unit, UnitEvents& out);
// Finds out kinds, twins and what is scarce: a step that as many events of one interval fit as there are steps is not, for the other
// steps cannot take them all; then it does not matter which of them they take. To be called again when candidates were taken away.
void compare(std::vector<Candidate>& candidates, std::size_t steps);

template <class IsUsed>
bool UnitEvents::inside_is_clear(TimeMs soonest_end, TimeMs latest_start, const IsUsed& is_used) const {
  const auto starts_before = [](const Span& span, TimeMs time) { return span.start < time; };
  const auto bad = std::lower_bound(excepted.begin(), excepted.end(), soonest_end, starts_before);
  if (bad != excepted.end() && excepted_end[static_cast<std::size_t>(bad - excepted.begin())] <= latest_start) return false;
  for (auto span = std::lower_bound(all.begin(), all.end(), soonest_end, starts_before); span != all.end() && span->start <= latest_start; ++span)
    if (span->end <= latest_start && !is_used(span->row)) return false;
  return true;
}

}  // namespace parcours
