#include "measures/funnel_rebuild.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace parcours {

Attempt FunnelRebuild::attempt(bool rows) {
  choose_times();
  Attempt attempt;
  attempt.depth = reach_.depth();
  for (std::size_t step = 0; step < attempt.depth; ++step) {
    if (!chosen_[step]) continue;
    attempt.taken |= 1u << step;
    attempt.start[step] = candidates_[*chosen_[step]].start;
  }
  if (rows) choose_rows(attempt);
  for (std::size_t step = 0; step < attempt.depth; ++step)
    if (attempt.takes(step)) attempt.row[step] = candidates_[*chosen_[step]].row;
  settle(attempt, false);
  return attempt;
}

// From the last step backwards, all tails with the best times are kept: events that start together may leave different choices.
void FunnelRebuild::choose_times() {
  const std::size_t last = reach_.depth() - 1;
  std::size_t extras = static_cast<std::size_t>(std::popcount(plan_.optional & ((1u << last) - 1)));
  std::vector<Tail> tails = with_extras(extras);
  while (tails.empty()) {
    assert(extras > 0);  // what was reached can be taken
    tails = with_extras(--extras);
  }
  for (std::size_t step = last; step-- > 0;) tails = longer(tails, step);
  chosen_ = tails.front().chosen;
}

// The last steps alone that lead to an attempt with so many optional steps before the last.
std::vector<FunnelRebuild::Tail> FunnelRebuild::with_extras(std::size_t extras) {
  const std::size_t last = reach_.depth() - 1;
  std::vector<Tail> tails;
  Tail none;
  none.extras = extras + (plan_.is_optional(last) ? 1 : 0);
  each_taking(none, last, [&](const Tail& tail) {
    if (candidates_[*tail.chosen[last]].start > reach_.completed()) return false;
    if (candidates_[*tail.chosen[last]].start == reach_.completed() && completes(tail, last)) tails.push_back(tail);
    return true;
  });
  return tails;
}

std::vector<FunnelRebuild::Tail> FunnelRebuild::longer(const std::vector<Tail>& tails, std::size_t step) {
  std::vector<Tail> out;
  std::set<Situation> there;
  TimeMs start = kForever;
  for (const Tail& tail : tails) {
    each_taking(tail, step, [&](const Tail& taken) {
      const TimeMs at = candidates_[*taken.chosen[step]].start;
      if (at > start) return false;
      if (!completes(taken, step)) return true;
      if (at < start) out.clear(), there.clear();
      start = at;
      Situation kinds;
      add_kinds(kinds, taken.chosen, [&](const Candidate& one) { return may_matter(one, taken, step); });
      if (there.insert(std::move(kinds)).second) out.push_back(taken);
      return true;
    });
  }
  if (out.empty()) std::copy_if(tails.begin(), tails.end(), std::back_inserter(out), [&](const Tail& tail) { return completes(tail, step); });
  return out;
}

// Whether the steps before (the first so many) can be taken too.
bool FunnelRebuild::completes(const Tail& tail, std::size_t steps_left) {
  if (steps_left == 0) return tail.extras == 0;
  const TimeMs next = plan_.gaps ? candidates_[*tail.chosen[tail.step]].start : 0;
  Situation situation{static_cast<TimeMs>(steps_left),
                      plan_.gaps ? static_cast<TimeMs>(tail.step) : 0,
                      next,
                      static_cast<TimeMs>(tail.extras),
                      tail.soonest_end,
                      unit_.guarded() ? tail.latest_start : 0};
  add_kinds(situation, tail.chosen, [&](const Candidate& taken) { return may_matter(taken, tail, steps_left); });
  if (hopeless_.contains(situation)) return false;
  const std::size_t step = steps_left - 1;
  if (completes_taking(tail, step) || (plan_.is_optional(step) && completes(tail, step))) return true;
  hopeless_.insert(std::move(situation));
  return false;
}

// Whether it matters to the steps before that the tail takes the event: one of them may miss it, or it may come to lie inside.
bool FunnelRebuild::may_matter(const Candidate& taken, const Tail& tail, std::size_t steps_left) const {
  if (plan_.strict && taken.end <= tail.latest_start) return true;
  if (anchor_ && taken.kind == candidates_[*anchor_].kind) return true;
  return taken.start < tail.soonest_end && (taken.scarce & ((1u << steps_left) - 1));
}

bool FunnelRebuild::completes_taking(const Tail& tail, std::size_t step) {
  bool completed = false;
  each_taking(tail, step, [&](const Tail& taken) {
    completed = completes(taken, step);
    return !completed;
  });
  return completed;
}

template <class Call>
void FunnelRebuild::each_taking(const Tail& tail, std::size_t step, const Call& call) {
  if (plan_.is_optional(step) && tail.extras == 0) return;
  const TimeMs from = step == 0 ? reach_.began() : reach_.began() - reach_.longest();
  for (std::size_t i = first_starting_at(from); i < candidates_.size(); ++i) {
    const Candidate& candidate = candidates_[i];
    if (candidate.start >= tail.soonest_end || (step == 0 && candidate.start != reach_.began())) return;
    const auto event = static_cast<std::uint32_t>(i);
    if (!fits(tail, step, event)) continue;
    Tail taken = tail;
    taken.chosen[step] = event;
    taken.step = step;
    taken.extras -= plan_.is_optional(step) ? 1 : 0;
    taken.soonest_end = std::min(tail.soonest_end, candidate.end);
    taken.latest_start = std::max(tail.latest_start, candidate.start);
    if (unit_.guarded() && !is_clear(taken.chosen, taken.soonest_end, taken.latest_start)) continue;
    if (!call(taken)) return;
  }
}

bool FunnelRebuild::fits(const Tail& tail, std::size_t step, std::uint32_t event) const {
  const Candidate& candidate = candidates_[event];
  const auto is_chosen = [&](std::uint32_t other) {
    return std::find(tail.chosen.begin(), tail.chosen.end(), std::optional(other)) != tail.chosen.end();
  };
  if (!(candidate.steps >> step & 1) || is_chosen(event)) return false;
  if (candidate.twin >= 0 && !is_chosen(static_cast<std::uint32_t>(candidate.twin))) return false;  // the twin was tried
  if (reach_.latest_beginning(step, candidate.kind) < reach_.began() || candidate.start - reach_.began() > plan_.window) return false;
  if (step == 0 && anchor_ && candidate.kind != candidates_[*anchor_].kind) return false;
  const bool is_last = tail.latest_start == kNoTime;
  return !plan_.gaps || is_last || plan_.gap_fits(tail.step, candidate.start, candidates_[*tail.chosen[tail.step]].start);
}

bool FunnelRebuild::is_clear(const Chosen& chosen, TimeMs soonest_end, TimeMs latest_start) const {
  return unit_.inside_is_clear(soonest_end, latest_start, [&](std::uint64_t row) {
    return std::any_of(chosen.begin(), chosen.end(), [&](const auto& event) { return event && candidates_[*event].row == row; });
  });
}

// With the times settled: of the events that start then, from step 1 onwards, the one stored first that lets the rest be chosen.
void FunnelRebuild::choose_rows(const Attempt& attempt) {
  chosen_.fill(std::nullopt);
  hopeless_.clear();
  [[maybe_unused]] const bool chosen = choose_row(attempt, 0, kNoTime, kForever);
  assert(chosen);
}

bool FunnelRebuild::choose_row(const Attempt& attempt, std::size_t step, TimeMs latest_start, TimeMs soonest_end) {
  if (step == attempt.depth) return true;
  if (!attempt.takes(step)) return choose_row(attempt, step + 1, latest_start, soonest_end);
  Situation situation{static_cast<TimeMs>(step), unit_.guarded() ? soonest_end : 0};
  add_kinds(situation, chosen_, [&](const Candidate& taken) {
    return (plan_.strict && taken.start >= soonest_end) || (taken.end > latest_start && taken.scarce >> step);
  });
  if (hopeless_.contains(situation)) return false;
  const TimeMs latest = std::max(latest_start, attempt.start[step]);
  for (std::size_t i = first_starting_at(attempt.start[step]); i < candidates_.size() && candidates_[i].start == attempt.start[step]; ++i) {
    const Candidate& candidate = candidates_[i];
    const auto event = static_cast<std::uint32_t>(i);
    if (!(candidate.steps >> step & 1) || candidate.end <= latest_start) continue;
    if (std::find(chosen_.begin(), chosen_.end(), std::optional(event)) != chosen_.end() || (step == 0 && anchor_ && event != *anchor_)) continue;
    chosen_[step] = event;
    const TimeMs soonest = std::min(soonest_end, candidate.end);
    const bool clear = !unit_.guarded() || is_clear(chosen_, soonest, latest);
    if (clear && choose_row(attempt, step + 1, latest, soonest)) return true;
    chosen_[step] = std::nullopt;
  }
  hopeless_.insert(std::move(situation));
  return false;
}

// What has been chosen, as far as it could matter to what is still to be chosen.
template <class Matters>
void FunnelRebuild::add_kinds(Situation& situation, const Chosen& chosen, const Matters& matters) const {
  const auto first = static_cast<std::ptrdiff_t>(situation.size());
  for (const auto& event : chosen)
    if (event && matters(candidates_[*event])) situation.push_back(candidates_[*event].kind);
  std::sort(situation.begin() + first, situation.end());
}

std::size_t FunnelRebuild::first_starting_at(TimeMs time) const {
  const auto starts_before = [time](const Candidate& candidate) { return candidate.start < time; };
  return static_cast<std::size_t>(std::partition_point(candidates_.begin(), candidates_.end(), starts_before) - candidates_.begin());
}

}  // namespace parcours
