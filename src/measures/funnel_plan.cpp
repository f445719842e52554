#include "measures/funnel_plan.h"

#include <algorithm>
#include <limits>
#include <span>

#include "questions/check_question.h"

namespace parcours {
namespace {

bool has_gap(const FunnelQuestion& question) {
  return std::any_of(question.steps.begin(), question.steps.end(), [](const FunnelStep& step) { return step.within || step.after; });
}

std::vector<Rule> rules_of(const FunnelQuestion& question) {
  std::vector<Rule> rules;
  for (const auto& step : question.steps) rules.push_back(step.rule);
  return rules;
}

}  // namespace

Result<FunnelPlan> plan_funnel(const EventIndex& index, const FunnelQuestion& question) {
  PARCOURS_CHECK(check_question(question, index.timed));
  FunnelPlan plan{.index = &index,
                  .steps = question.steps.size(),
                  .window = index.timed ? question.window.value_or(kForever) : kForever,
                  .within = {},
                  .after = {},
                  .first = question.first,
                  .attempts = question.attempts,
                  .strict = question.strict,
                  .any_order = question.any_order,
                  .gaps = has_gap(question),
                  .claims = Claims(rules_of(question), index),
                  .except = std::nullopt,
                  .same = std::nullopt,
                  .same_class = {}};
  for (std::size_t step = 0; step < plan.steps; ++step) {
    if (question.steps[step].optional) plan.optional |= 1u << step;
    plan.within[step] = question.steps[step].within.value_or(kForever);
    plan.after[step] = question.steps[step].after.value_or(0);
  }
  if (question.except) plan.except.emplace(*question.except, index);
  if (!question.same.empty()) {
    plan.same = FieldValues::of(index, question.same);
    plan.same_class = plan.same->representatives();
  }
  return plan;
}

void gather(const FunnelPlan& plan, const Selection& selection, std::size_t unit, UnitEvents& out) {
  const EventIndex& index = *plan.index;
  out.candidates.clear();
  out.all.clear();
  out.excepted.clear();
  for (std::uint64_t position = selection.begin[unit]; position < selection.begin[unit + 1]; ++position) {
    const std::size_t row = selection.row(position);
    const Span span{index.start[row], index.end(row), row};
    if (plan.strict) out.all.push_back(span);
    if (plan.except && plan.except->claims(row)) {
      out.excepted.push_back(span);
      continue;
    }
    Candidate candidate{span};
    candidate.steps = static_cast<std::uint32_t>(plan.claims.of(row));
    if (plan.same) candidate.same = plan.same_class[plan.same->code(row)];
    if (candidate.steps != 0 && (!plan.same || candidate.same != 0)) out.candidates.push_back(candidate);
  }
  out.excepted_end.resize(out.excepted.size());
  TimeMs soonest = std::numeric_limits<TimeMs>::max();
  for (std::size_t i = out.excepted.size(); i-- > 0;) out.excepted_end[i] = soonest = std::min(soonest, out.excepted[i].end);
}

namespace {

// The candidates of [begin, end) start together.
void find_scarce(std::span<Candidate> together, std::size_t steps) {
  struct Interval {
    TimeMs end;
    std::array<std::size_t, kFunnelStepsMost> fitting;
  };
  std::vector<Interval> intervals;  // as many as there are units of time, at most
  const auto interval_of = [&](const Candidate& candidate) -> Interval& {
    const auto at = std::find_if(intervals.begin(), intervals.end(), [&](const Interval& interval) { return interval.end == candidate.end; });
    return at != intervals.end() ? *at : intervals.emplace_back(Interval{candidate.end, {}});
  };
  for (const Candidate& candidate : together)
    for (std::size_t step = 0; step < steps; ++step) interval_of(candidate).fitting[step] += candidate.steps >> step & 1;
  for (Candidate& candidate : together) {
    candidate.scarce = 0;
    for (std::size_t step = 0; step < steps; ++step)
      if ((candidate.steps >> step & 1) && interval_of(candidate).fitting[step] < steps) candidate.scarce |= 1u << step;
  }
}

}  // namespace

void compare(std::vector<Candidate>& candidates, std::size_t steps) {
  // Twins start together, so they are looked for among the neighbours that do.
  std::size_t begin = 0;
  std::uint32_t kinds = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& candidate = candidates[i];
    if (candidates[begin].start != candidate.start) begin = i;
    candidate.twin = -1;
    candidate.scarce = candidate.steps;
    for (std::size_t other = i; other-- > begin && candidate.twin < 0;)
      if (candidates[other].end == candidate.end && candidates[other].steps == candidate.steps) candidate.twin = static_cast<std::int32_t>(other);
    candidate.kind = candidate.twin < 0 ? kinds++ : candidates[static_cast<std::size_t>(candidate.twin)].kind;
    const bool last_of_block = i + 1 == candidates.size() || candidates[i + 1].start != candidate.start;
    if (last_of_block && i - begin + 1 >= steps) find_scarce(std::span(candidates).subspan(begin, i - begin + 1), steps);
  }
}

}  // namespace parcours
