#include "measures/retention.h"

#include <algorithm>
#include <optional>

#include "measures/claims.h"
#include "measures/periods.h"
#include "measures/scope.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

// One rule, or any event.
class Wanted {
 public:
  Wanted(const std::optional<Rule>& rule, const EventIndex& index) {
    if (rule) rule_.emplace(*rule, index);
  }
  bool operator()(std::size_t row) const { return !rule_ || rule_->claims(row); }

 private:
  std::optional<CompiledRule> rule_;
};

// The customers of each cohort and those active k periods later, by the numbers of the periods.
struct Grid {
  std::vector<std::int64_t> size;
  std::vector<std::vector<std::int64_t>> active;

  explicit Grid(std::size_t periods) : size(periods), active(periods) {}
  void count(std::size_t cohort, std::size_t period) {
    if (active[cohort].empty()) active[cohort].resize(size.size() - cohort);
    ++active[cohort][period - cohort];
  }
};

class Unit {
 public:
  Unit(const Selection& selection, std::size_t unit) : selection_(selection), begin_(selection.begin[unit]), end_(selection.begin[unit + 1]) {}
  std::uint64_t begin() const { return begin_; }
  std::uint64_t end() const { return end_; }
  std::size_t row(std::uint64_t position) const { return selection_.row(position); }
  TimeMs at(std::uint64_t position) const { return selection_.index->start[row(position)]; }
  // The first position from `from` on whose event is wanted; end() when there is none.
  std::uint64_t first(const Wanted& wanted, std::uint64_t from) const {
    while (from < end_ && !wanted(row(from))) ++from;
    return from;
  }

 private:
  const Selection& selection_;
  std::uint64_t begin_, end_;
};

void count_unit(const Unit& unit, std::size_t cohort, const Periods& periods, const Wanted& active, Grid& grid) {
  ++grid.size[cohort];
  TimeMs counted_to = periods.begin(cohort);  // events before this lie before the cohort, or in a period that is counted
  for (auto position = unit.begin(); position < unit.end(); ++position) {
    const TimeMs at = unit.at(position);
    if (at < counted_to || !active(unit.row(position))) continue;
    const std::size_t period = periods.of(at);
    grid.count(cohort, period);
    counted_to = periods.end(period);
  }
}

Grid grid_of(const Selection& selection, const RetentionQuestion& question, const Periods& periods) {
  const Wanted came(question.came, *selection.index), active(question.active, *selection.index);
  Grid grid(periods.size());
  for (std::size_t u = 0; u < selection.units(); ++u) {
    const Unit unit(selection, u);
    const auto first = unit.first(came, unit.begin());
    if (first == unit.end() || (question.scope.since && unit.at(first) < *question.scope.since)) continue;
    count_unit(unit, periods.of(unit.at(first)), periods, active, grid);
  }
  return grid;
}

// The member of a cohort, with whether he was active in a later period.
struct SeenMember {
  ListedMember member;
  bool returned = false;
};

SeenMember seen_member(const Unit& unit, std::uint64_t came, std::size_t cohort, const Periods& periods, const Wanted& active) {
  SeenMember seen;
  seen.member.came = unit.at(came);
  for (auto position = unit.begin(); position < unit.end(); ++position) {
    const TimeMs at = unit.at(position);
    if (at < periods.begin(cohort) || !active(unit.row(position))) continue;
    seen.member.last_active = at;
    seen.returned = seen.returned || at >= periods.end(cohort);
  }
  return seen;
}

std::vector<ListedMember> listed_of(const Selection& selection, const RetentionQuestion& question, const Periods& periods, const Zone& zone) {
  const Wanted came(question.came, *selection.index), active(question.active, *selection.index);
  const TimeMs day = zone.day_start(question.list->day);
  std::vector<ListedMember> out;
  for (std::size_t u = 0; u < selection.units(); ++u) {
    const Unit unit(selection, u);
    const auto first = unit.first(came, unit.begin());
    if (first == unit.end() || (question.scope.since && unit.at(first) < *question.scope.since)) continue;
    const std::size_t cohort = periods.of(unit.at(first));
    if (day < periods.begin(cohort) || day >= periods.end(cohort)) continue;
    SeenMember seen = seen_member(unit, first, cohort, periods, active);
    if (question.list->who != MembersWho::all && (question.list->who == MembersWho::returned) != seen.returned) continue;
    seen.member.customer = selection.name(u);
    out.push_back(std::move(seen.member));
  }
  std::sort(out.begin(), out.end(), [](const ListedMember& a, const ListedMember& b) { return a.customer < b.customer; });
  return out;
}

std::vector<Cohort> cohorts_of(const Grid& grid, const Periods& periods, TimeMs as_of) {
  std::vector<Cohort> cohorts;
  for (std::size_t c = 0; c < periods.size(); ++c) {
    if (grid.size[c] == 0) continue;
    Cohort& cohort = cohorts.emplace_back();
    cohort.start = periods.date(c);
    cohort.size = grid.size[c];
    for (std::size_t k = 0; c + k < periods.size(); ++k)
      cohort.cells.push_back({grid.active[c].empty() ? 0 : grid.active[c][k], periods.end(c + k) <= as_of});
  }
  return cohorts;
}

// Per period k, pooled over the cohorts for which it is over. A customer counts once in each.
std::vector<Share> mean_of(const std::vector<Cohort>& cohorts) {
  std::vector<Share> mean;
  for (std::size_t k = 0;; ++k) {
    std::int64_t active = 0, size = 0;
    for (const auto& cohort : cohorts) {
      if (k >= cohort.cells.size() || !cohort.cells[k].over) continue;
      active += cohort.cells[k].n;
      size += cohort.size;
    }
    if (size == 0) return mean;
    mean.push_back(wilson(active, size));
  }
}

Repurchase repurchase_of(const Selection& selection, const RetentionQuestion& question, const Zone& zone) {
  const Wanted purchase(question.purchase, *selection.index);
  Repurchase out;
  std::vector<Lifetime> lifetimes;
  for (std::size_t u = 0; u < selection.units(); ++u) {
    const Unit unit(selection, u);
    const auto first = unit.first(purchase, unit.begin());
    if (first == unit.end() || (question.scope.since && unit.at(first) < *question.scope.since)) continue;
    ++out.buyers;
    const TimeMs day_end = zone.day_start(plus_days(zone.date(unit.at(first)), 1));
    auto second = unit.first(purchase, first + 1);
    while (second < unit.end() && unit.at(second) < day_end) second = unit.first(purchase, second + 1);
    const bool came_back = second < unit.end();
    out.repeat += came_back;
    lifetimes.push_back({(came_back ? unit.at(second) : selection.basis.as_of) - unit.at(first), came_back});
  }
  out.share = wilson(out.repeat, out.buyers);
  out.time_to_second = kaplan_meier(std::move(lifetimes));
  return out;
}

}  // namespace

Result<RetentionAnswer> retention(const EventIndex& index, const RetentionQuestion& asked) {
  if (!index.timed) return misuse(msg("measures.retention_without_time"));
  const RetentionQuestion question = in_whole_periods(asked, index.zone);
  RetentionAnswer answer;
  Scope ever = question.scope;
  ever.since.reset();
  PARCOURS_TRY(const Selection selection, select(index, ever, Per::customer, silence_of(ever)));
  answer.basis = selection.basis;
  if (question.scope.since) {
    PARCOURS_TRY(const Selection in_scope, select(index, question.scope, Per::customer, silence_of(question.scope)));
    answer.basis = in_scope.basis;
  }
  if (selection.units() > 0) {
    const TimeMs horizon = question.scope.until ? *question.scope.until - 1 : selection.basis.as_of;
    const Periods periods(index.zone, question.every, selection.basis.first, horizon);
    answer.cohorts = cohorts_of(grid_of(selection, question, periods), periods, selection.basis.as_of);
    answer.mean = mean_of(answer.cohorts);
    if (question.list) answer.listed = listed_of(selection, question, periods, index.zone);
  }
  if (question.purchase) answer.repurchase = repurchase_of(selection, question, index.zone);
  return answer;
}

}  // namespace parcours
