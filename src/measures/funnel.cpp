#include "measures/funnel.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "measures/funnel_greedy.h"
#include "measures/funnel_plan.h"
#include "measures/funnel_search.h"
#include "measures/funnel_tally.h"

namespace parcours {
namespace {

// The tallies of a breakdown, by the value's code.
class Segments {
 public:
  Segments(const FunnelQuestion& question, bool timed, bool repeats) : question_(question), timed_(timed), repeats_(repeats) {}

  FunnelTally& of(std::uint32_t code) {
    const auto [at, is_new] = place_.try_emplace(code, tallies_.size());
    if (is_new) tallies_.emplace_back(code, FunnelTally(question_, timed_, repeats_));
    return tallies_[at->second].second;
  }

  // Most first, then by value; the row without a value last.
  template <class NameOf>
  std::vector<FunnelSegment> rows(const FieldValues& values, const NameOf& name_of) {
    std::sort(tallies_.begin(), tallies_.end(), [&](const auto& a, const auto& b) {
      if ((a.first == 0) != (b.first == 0)) return b.first == 0;
      if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
      return values.text(a.first) < values.text(b.first);
    });
    std::vector<FunnelSegment> out;
    for (auto& [code, tally] : tallies_) out.push_back({code == 0 ? std::nullopt : std::optional(values.text(code)), tally.rows(name_of)});
    return out;
  }

 private:
  const FunnelQuestion& question_;
  bool timed_, repeats_;
  std::unordered_map<std::uint32_t, std::size_t> place_;
  std::deque<std::pair<std::uint32_t, FunnelTally>> tallies_;
};

// Calls with each unit's customer and each attempt of it that counts.
template <class Call>
void each_attempt(const FunnelPlan& plan, const Selection& selection, bool rows, const Call& call) {
  FunnelGreedy greedy(plan);
  FunnelSearch search(plan, rows);
  UnitEvents events;
  Attempt attempt;
  const bool plain = plan.plain();
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    const auto verdict = plain ? greedy.best(selection, unit, attempt) : FunnelGreedy::Verdict::not_exact;
    if (verdict == FunnelGreedy::Verdict::found) call(selection.customer[unit], attempt);
    if (verdict != FunnelGreedy::Verdict::not_exact) continue;
    gather(plan, selection, unit, events);
    for (const Attempt& found : search.attempts(events)) call(selection.customer[unit], found);
  }
}

}  // namespace

Result<FunnelAnswer> funnel(const EventIndex& index, const FunnelQuestion& question) {
  PARCOURS_TRY(const FunnelPlan plan, plan_funnel(index, question));
  std::optional<FieldValues> by;
  if (!question.by.empty()) by = FieldValues::of(index, question.by);
  const Scope& scope = question.scope;
  PARCOURS_TRY(const Selection selection, select(index, scope, scope.per, silence_of(scope, question.window)));

  const bool repeats = question.attempts || scope.per == Per::journey;
  FunnelTally all(question, index.timed, repeats);
  Segments segments(question, index.timed, repeats);
  each_attempt(plan, selection, by.has_value(), [&](std::uint32_t customer, const Attempt& attempt) {
    const bool in_window = plan.window < kForever && selection.basis.as_of - attempt.began <= plan.window;
    const bool open = in_window && attempt.depth < plan.steps;
    all.add(customer, attempt, open);
    if (by) segments.of(by->code(attempt.first_row)).add(customer, attempt, open);
  });

  const auto name_of = [&](std::uint32_t customer) -> const std::string& { return index.customers.at(index.customer_code[customer]); };
  FunnelAnswer answer;
  answer.basis = selection.basis;
  answer.steps = all.rows(name_of);
  if (by) answer.segments = segments.rows(*by, name_of);
  return answer;
}

}  // namespace parcours
