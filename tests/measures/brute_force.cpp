#include "measures/brute_force.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "base/number.h"

namespace parcours {
namespace {

using Rows = std::vector<std::size_t>;
using Assignment = std::vector<std::optional<std::size_t>>;  // by step: a row

class BruteForce {
 public:
  BruteForce(const EventIndex& index, const FunnelQuestion& question) : index_(index), q_(question) {
    window_ = index.timed ? question.window : std::nullopt;
    for (std::size_t row = 0; row < index.size(); ++row) as_of_ = std::max(as_of_, index.start[row]);
    if (question.scope.until) as_of_ = *question.scope.until;
  }

  FunnelAnswer answer();

 private:
  struct Counted {
    std::string customer;
    Assignment taken;
  };

  std::optional<std::string> field(std::size_t row, const std::string& name) const;
  bool claims(const Rule& rule, std::size_t row) const;
  bool in_scope(std::size_t row) const;
  std::vector<std::pair<std::string, Rows>> units() const;

  bool may_take(std::size_t step, std::size_t row) const { return claims(q_.steps[step].rule, row) && !(q_.except && claims(*q_.except, row)); }
  bool same_value(std::size_t a, std::size_t b) const;
  bool is_attempt(const Assignment& taken, const Rows& unit) const;
  bool order_and_window_fit(const Assignment& taken) const;
  bool gaps_fit(const Assignment& taken) const;
  bool inside_is_clear(const Assignment& taken, const Rows& unit) const;
  bool better(const Assignment& a, const Assignment& b) const;
  std::optional<Assignment> best(const Rows& unit, const Rows& usable, std::optional<std::size_t> anchor) const;
  std::optional<std::size_t> first_anchor(const Rows& usable) const;
  std::vector<Assignment> counted(const Rows& unit) const;

  std::size_t depth(const Assignment& taken) const;
  std::size_t first_row(const Assignment& taken) const;
  TimeMs began(const Assignment& taken) const { return q_.any_order ? index_.start[first_row(taken)] : index_.start[*taken[0]]; }
  TimeMs completed(const Assignment& taken) const;
  bool is_open(const Assignment& taken) const;
  std::vector<FunnelStepCount> rows(const std::vector<Counted>& counted) const;
  void add_shares(const std::vector<Counted>& counted, std::size_t step, FunnelStepCount& out) const;
  void add_times(const Assignment& taken, std::size_t step, std::vector<double>& previous, std::vector<double>& first) const;

  const EventIndex& index_;
  const FunnelQuestion& q_;
  std::optional<TimeMs> window_;
  TimeMs as_of_ = kNoTime;
};

std::optional<std::string> BruteForce::field(std::size_t row, const std::string& name) const {
  std::string text;
  if (name == "channel") text = index_.channels.at(index_.channel[row]);
  else if (name == "source") text = index_.sources.at(index_.source[row]);
  else if (name == "value") text = std::isnan(index_.value[row]) ? "" : exact(index_.value[row]);
  else if (name == "score") text = std::isnan(index_.score[row]) ? "" : exact(index_.score[row]);
  else
    for (const auto& property : index_.properties)
      if (property.name == name) text = property.values.at(row);
  return text.empty() ? std::nullopt : std::optional(text);
}

bool BruteForce::claims(const Rule& rule, std::size_t row) const {
  return std::any_of(rule.any.begin(), rule.any.end(), [&](const Condition& condition) {
    if (condition.event && !passes(*condition.event, index_.events.at(index_.event[row]))) return false;
    return std::all_of(condition.where.begin(), condition.where.end(),
                       [&](const FieldCondition& where) { return passes(where.test, field(row, where.field)); });
  });
}

bool BruteForce::in_scope(std::size_t row) const {
  const Scope& scope = q_.scope;
  if (scope.since && index_.start[row] < *scope.since) return false;
  if (scope.until && index_.start[row] >= *scope.until) return false;
  return std::all_of(scope.where.begin(), scope.where.end(),
                     [&](const FieldCondition& where) { return passes(where.test, field(row, where.field)); });
}

std::vector<std::pair<std::string, Rows>> BruteForce::units() const {
  const TimeMs silence = q_.scope.inactivity.value_or(std::max(30 * kDay, 2 * q_.window.value_or(30 * kDay)));
  std::vector<std::pair<std::string, Rows>> out;
  for (std::size_t customer = 0; customer < index_.customer_count(); ++customer) {
    Rows all;
    for (std::size_t row = index_.begin[customer]; row < index_.begin[customer + 1]; ++row) {
      if (!in_scope(row)) continue;
      const bool cut = q_.scope.per == Per::journey && index_.timed && !all.empty() && index_.start[row] - index_.start[all.back()] > silence;
      if (cut) out.emplace_back(index_.customers.at(index_.customer_code[customer]), std::exchange(all, {}));
      all.push_back(row);
    }
    if (!all.empty()) out.emplace_back(index_.customers.at(index_.customer_code[customer]), all);
  }
  return out;
}

bool BruteForce::same_value(std::size_t a, std::size_t b) const {
  const auto left = field(a, q_.same), right = field(b, q_.same);
  if (!left || !right) return false;
  const auto x = parse_number(*left), y = parse_number(*right);
  return *left == *right || (x && y && *x == *y);
}

std::size_t BruteForce::depth(const Assignment& taken) const {
  std::size_t depth = 0;
  for (std::size_t step = 0; step < taken.size(); ++step)
    if (taken[step]) depth = step + 1;
  return depth;
}

std::size_t BruteForce::first_row(const Assignment& taken) const {
  if (!q_.any_order) return *taken[0];
  std::size_t first = index_.size();
  for (const auto& row : taken)
    if (row) first = std::min(first, *row);
  return first;
}

TimeMs BruteForce::completed(const Assignment& taken) const {
  if (!q_.any_order) return index_.start[*taken[depth(taken) - 1]];
  TimeMs latest = kNoTime;
  for (const auto& row : taken)
    if (row) latest = std::max(latest, index_.start[*row]);
  return latest;
}

bool BruteForce::order_and_window_fit(const Assignment& taken) const {
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i]) continue;
    if (window_ && index_.start[*taken[i]] - began(taken) > *window_) return false;
    for (std::size_t j = i + 1; j < taken.size(); ++j) {
      if (!taken[j]) continue;
      if (*taken[i] == *taken[j]) return false;
      const bool wholly_before = index_.timed ? index_.end(*taken[j]) <= index_.start[*taken[i]] : *taken[j] < *taken[i];
      if (!q_.any_order && wholly_before) return false;
    }
  }
  return true;
}

bool BruteForce::gaps_fit(const Assignment& taken) const {
  for (std::size_t step = 1; step < taken.size(); ++step) {
    if (!taken[step]) continue;
    std::size_t before = step - 1;
    while (!taken[before]) --before;
    const TimeMs gap = std::max<TimeMs>(0, index_.start[*taken[step]] - index_.start[*taken[before]]);
    if (q_.steps[step].within && gap > *q_.steps[step].within) return false;
    if (q_.steps[step].after && gap < *q_.steps[step].after) return false;
  }
  return true;
}

bool BruteForce::inside_is_clear(const Assignment& taken, const Rows& unit) const {
  for (const std::size_t row : unit) {
    if (!q_.strict && !(q_.except && claims(*q_.except, row))) continue;
    if (std::find(taken.begin(), taken.end(), std::optional(row)) != taken.end()) continue;
    bool after_one = false, before_one = false;
    for (const auto& mine : taken) {
      if (!mine) continue;
      after_one = after_one || (index_.timed ? index_.start[row] >= index_.end(*mine) : row > *mine);
      before_one = before_one || (index_.timed ? index_.end(row) <= index_.start[*mine] : row < *mine);
    }
    if (after_one && before_one) return false;
  }
  return true;
}

bool BruteForce::is_attempt(const Assignment& taken, const Rows& unit) const {
  if (depth(taken) == 0) return false;
  for (std::size_t step = 0; step < depth(taken); ++step)
    if (!taken[step] && !q_.steps[step].optional) return false;
  if (!q_.same.empty())
    for (const auto& row : taken)
      if (row && !same_value(*row, *taken[0])) return false;
  return order_and_window_fit(taken) && gaps_fit(taken) && inside_is_clear(taken, unit);
}

bool BruteForce::better(const Assignment& a, const Assignment& b) const {
  if (depth(a) != depth(b)) return depth(a) > depth(b);
  if (completed(a) != completed(b)) return completed(a) < completed(b);
  if (began(a) != began(b)) return began(a) > began(b);
  const auto count = [](const Assignment& taken) {
    return std::count_if(taken.begin(), taken.end(), [](const auto& row) { return row.has_value(); });
  };
  if (count(a) != count(b)) return count(a) > count(b);
  for (std::size_t step = a.size(); step-- > 0;) {
    if (a[step].has_value() != b[step].has_value()) return a[step].has_value();
    if (a[step] && index_.start[*a[step]] != index_.start[*b[step]]) return index_.start[*a[step]] < index_.start[*b[step]];
  }
  for (std::size_t step = 0; step < a.size(); ++step)
    if (a[step] != b[step]) return a[step] < b[step];
  return false;
}

std::optional<Assignment> BruteForce::best(const Rows& unit, const Rows& usable, std::optional<std::size_t> anchor) const {
  std::optional<Assignment> best;
  Assignment taken(q_.steps.size());
  const std::function<void(std::size_t)> go_on = [&](std::size_t step) {
    if (step == taken.size()) {
      const bool anchored = !anchor || taken[0] == anchor;
      if (anchored && is_attempt(taken, unit) && (!best || better(taken, *best))) best = taken;
      return;
    }
    taken[step] = std::nullopt;
    go_on(step + 1);
    for (const std::size_t row : usable) {
      if (!may_take(step, row)) continue;
      taken[step] = row;
      go_on(step + 1);
    }
    taken[step] = std::nullopt;
  };
  go_on(0);
  return best;
}

std::optional<std::size_t> BruteForce::first_anchor(const Rows& usable) const {
  for (const std::size_t row : usable)
    if (may_take(0, row) && (q_.same.empty() || field(row, q_.same))) return row;
  return std::nullopt;
}

std::vector<Assignment> BruteForce::counted(const Rows& unit) const {
  std::vector<Assignment> out;
  if (!q_.first && !q_.attempts) {
    if (const auto attempt = best(unit, unit, std::nullopt)) out.push_back(*attempt);
    return out;
  }
  Rows usable = unit;
  while (const auto anchor = first_anchor(usable)) {
    out.push_back(*best(unit, usable, anchor));
    if (q_.first) break;
    for (const auto& row : out.back())
      if (row) std::erase_if(usable, [&](std::size_t other) { return other <= *row; });
  }
  return out;
}

bool BruteForce::is_open(const Assignment& taken) const { return window_ && depth(taken) < taken.size() && as_of_ <= began(taken) + *window_; }

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2 / 1000;
}

void BruteForce::add_times(const Assignment& taken, std::size_t step, std::vector<double>& previous, std::vector<double>& first) const {
  if (*taken[step] == first_row(taken)) return;
  std::optional<std::size_t> before;
  for (std::size_t other = 0; other < taken.size(); ++other) {
    if (!taken[other] || other == step) continue;
    if (q_.any_order ? *taken[other] < *taken[step] && (!before || *taken[other] > *before) : other < step) before = *taken[other];
  }
  const TimeMs at = index_.start[*taken[step]];
  previous.push_back(static_cast<double>(std::max<TimeMs>(0, at - index_.start[*before])));
  first.push_back(static_cast<double>(std::max<TimeMs>(0, at - began(taken))));
}

void BruteForce::add_shares(const std::vector<Counted>& counted, std::size_t step, FunnelStepCount& out) const {
  std::size_t previous = step;
  while (previous > 0 && (previous == step || q_.steps[previous].optional)) --previous;
  for (const auto& one : counted) {
    // Not yet decided: open at a step between the one the share is of and this one.
    const std::size_t last = depth(one.taken) - 1;
    const bool may_come = is_open(one.taken) && last < step;
    out.share_of_first.n += 1;
    out.closed_share_of_first.n += may_come ? 0 : 1;
    if (step == 0 || !one.taken[previous]) continue;
    out.share_of_previous.n += 1;
    out.closed_share_of_previous.n += may_come && last >= previous ? 0 : 1;
  }
}

std::vector<FunnelStepCount> BruteForce::rows(const std::vector<Counted>& counted) const {
  std::vector<FunnelStepCount> out(q_.steps.size());
  for (std::size_t step = 0; step < out.size(); ++step) {
    std::vector<double> previous, first;
    std::set<std::string> ended;
    for (const auto& one : counted) {
      if (one.taken[step]) {
        ++out[step].count;
        add_times(one.taken, step, previous, first);
      }
      if (depth(one.taken) != step + 1) continue;
      out[step].open += is_open(one.taken);
      ended.insert(one.customer);
    }
    if (index_.timed) {
      out[step].median_s = median(previous);
      out[step].median_total_s = median(first);
    }
    if (q_.list) out[step].customers.assign(ended.begin(), ended.end());
    add_shares(counted, step, out[step]);
  }
  return out;
}

FunnelAnswer BruteForce::answer() {
  std::vector<Counted> all;
  std::map<std::optional<std::string>, std::vector<Counted>> segments;
  for (const auto& [customer, unit] : units()) {
    for (const auto& taken : counted(unit)) {
      all.push_back({customer, taken});
      if (!q_.by.empty()) segments[field(first_row(taken), q_.by)].push_back(all.back());
    }
  }
  FunnelAnswer answer;
  answer.steps = rows(all);
  for (const auto& [value, counted] : segments) answer.segments.push_back({value, rows(counted)});
  std::stable_sort(answer.segments.begin(), answer.segments.end(), [](const FunnelSegment& a, const FunnelSegment& b) {
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    return a.value && a.steps[0].count > b.steps[0].count;
  });
  return answer;
}

}  // namespace

FunnelAnswer funnel_by_brute_force(const EventIndex& index, const FunnelQuestion& question) { return BruteForce(index, question).answer(); }

}  // namespace parcours
