#include "measures/funnel_reach.h"

#include <algorithm>
#include <bit>

namespace parcours {

void FunnelReach::run(const UnitEvents& unit, std::span<const Candidate> candidates, std::optional<std::uint32_t> anchor) {
  unit_ = &unit;
  candidates_ = candidates;
  simple_ = !unit.guarded();
  longest_ = 0;
  kinds_ = 0;
  for (const Candidate& candidate : candidates) {
    simple_ = simple_ && (std::has_single_bit(candidate.steps) || candidate.scarce == 0);
    longest_ = std::max(longest_, candidate.end - candidate.start);
    kinds_ = std::max<std::size_t>(kinds_, candidate.kind + 1);
  }
  latest_beginning_.assign(plan_.steps * kinds_, kNoTime);
  for (std::size_t step = 0; step < plan_.steps; ++step) reach_step(step, anchor);
  choose_best();
}

void FunnelReach::reach_step(std::size_t step, std::optional<std::uint32_t> anchor) {
  labels_[step].clear();
  const bool by_frontier = simple_ && step > 0 && plan_.within[step] == kForever && plan_.after[step] == 0;
  if (by_frontier) make_frontier(step);
  for (std::uint32_t event = 0; event < candidates_.size(); ++event) {
    const Candidate& candidate = candidates_[event];
    if (!(candidate.steps >> step & 1)) continue;
    found_.clear();
    if (step == 0) {
      Label label{event, candidate.start, candidate.start, candidate.end, {}};
      label.used.add(event);
      if (anchor ? event == *anchor : candidate.twin < 0) offer(label, step);
    } else if (by_frontier) {
      come_from_frontier(step, event);
    } else {
      std::size_t previous = step - 1;
      come_from(previous, step, event);
      while (previous > 0 && plan_.is_optional(previous)) come_from(--previous, step, event);
    }
    TimeMs& latest = latest_beginning_[step * kinds_ + candidate.kind];
    for (const Label& label : found_) latest = std::max(latest, label.began);
    labels_[step].insert(labels_[step].end(), found_.begin(), found_.end());
  }
}

void FunnelReach::come_from(std::size_t previous, std::size_t step, std::uint32_t event) {
  const Candidate& candidate = candidates_[event];
  const auto& labels = labels_[previous];
  const auto behind =
      std::partition_point(labels.begin(), labels.end(), [&](const Label& label) { return candidates_[label.event].start < candidate.end; });
  for (auto label = behind; label != labels.begin();) {
    --label;
    if (candidate.start - candidates_[label->event].start > plan_.window + longest_) break;  // it began before its event ended
    extend(*label, step, event);
  }
}

void FunnelReach::make_frontier(std::size_t step) {
  frontier_.clear();
  for (std::size_t previous = step; previous-- > 0;) {
    for (const Label& label : labels_[previous]) frontier_.push_back(&label);
    if (!plan_.is_optional(previous)) break;
  }
  std::sort(frontier_.begin(), frontier_.end(), [](const Label* a, const Label* b) {
    return a->latest_start != b->latest_start ? a->latest_start < b->latest_start : a->began > b->began;
  });
  std::size_t kept = 0;
  for (const Label* label : frontier_)
    if (kept == 0 || label->began > frontier_[kept - 1]->began) frontier_[kept++] = label;
  frontier_.resize(kept);
}

void FunnelReach::come_from_frontier(std::size_t step, std::uint32_t event) {
  const Candidate& candidate = candidates_[event];
  auto at = std::partition_point(frontier_.begin(), frontier_.end(), [&](const Label* label) { return label->latest_start < candidate.end; });
  while (at != frontier_.begin()) {
    --at;
    extend(**at, step, event);
    if ((*at)->latest_start <= candidate.start) break;  // those before began earlier and leave the same latest start
  }
}

void FunnelReach::extend(const Label& from, std::size_t step, std::uint32_t event) {
  const Candidate& candidate = candidates_[event];
  if (candidate.end <= from.latest_start || candidate.start - from.began > plan_.window) return;
  if (from.used.has(event)) return;
  if (candidate.twin >= 0 && !from.used.has(static_cast<std::uint32_t>(candidate.twin))) return;  // twins are taken in their order
  if (plan_.gaps && !plan_.gap_fits(step, candidates_[from.event].start, candidate.start)) return;
  Label to = from;
  to.event = event;
  to.latest_start = std::max(from.latest_start, candidate.start);
  to.soonest_end = std::min(from.soonest_end, candidate.end);
  to.used.add(event);
  const auto is_used = [&](std::uint64_t row) {
    return std::any_of(to.used.begin(), to.used.end(), [&](std::uint32_t used) { return candidates_[used].row == row; });
  };
  if (unit_->guarded() && !unit_->inside_is_clear(to.soonest_end, to.latest_start, is_used)) return;
  offer(to, step);
}

void FunnelReach::forget_what_cannot_matter(Label& label, std::size_t step) const {
  if (!unit_->guarded()) label.soonest_end = 0;
  label.used.keep_if([&](std::uint32_t event) {
    const Candidate& used = candidates_[event];
    if (!unit_->all.empty() && used.start >= label.soonest_end) return true;  // strict: what may come to lie inside has to be known as its own
    return used.end > label.latest_start && (used.scarce >> (step + 1)) != 0;
  });
}

bool FunnelReach::dominates(const Label& a, const Label& b) const {
  if (a.began < b.began || a.latest_start > b.latest_start || a.soonest_end < b.soonest_end) return false;
  return unit_->all.empty() ? a.used.within(b.used) : a.used.same_as(b.used);
}

void FunnelReach::offer(Label& label, std::size_t step) {
  forget_what_cannot_matter(label, step);
  if (std::any_of(found_.begin(), found_.end(), [&](const Label& other) { return dominates(other, label); })) return;
  std::erase_if(found_, [&](const Label& other) { return dominates(label, other); });
  found_.push_back(label);
}

void FunnelReach::choose_best() {
  depth_ = plan_.steps;
  while (depth_ > 0 && labels_[depth_ - 1].empty()) --depth_;
  if (depth_ == 0) return;
  const auto& labels = labels_[depth_ - 1];
  completed_ = candidates_[labels.front().event].start;
  began_ = kNoTime;
  for (const Label& label : labels)
    if (candidates_[label.event].start == completed_) began_ = std::max(began_, label.began);
}

}  // namespace parcours
