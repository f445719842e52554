#include "engine/reference/questions_sql.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

std::vector<FunnelStepCount> empty_steps(const FunnelQuestion& question) {
  std::vector<FunnelStepCount> steps;
  for (const auto& step : question.steps) {
    const Share none = wilson(0, 0);
    steps.push_back({step.name, 0, 0, {}, {}, none, none, none, none, {}});
  }
  return steps;
}

struct StepShares {
  ClusteredCount first, previous, closed_first, closed_previous;
};
struct StepTimes {
  std::vector<TimeMs> gaps, totals;
};
using Key = std::pair<std::int64_t, std::int64_t>;  // segment, step
using Segments = std::map<std::int64_t, std::vector<FunnelStepCount>>;

FunnelStepCount& step_at(Segments& segments, const Key& key) { return segments.at(key.first)[static_cast<std::size_t>(key.second - 1)]; }
Key key_of(const Rows& rows, std::size_t row) { return {rows.integer(row, 0), rows.integer(row, 1)}; }

void read_counts(Segments& segments, const Rows& rows) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    FunnelStepCount& step = step_at(segments, key_of(rows, row));
    step.count = rows.integer(row, 2), step.open = rows.integer(row, 3);
  }
}

void read_shares(Segments& segments, const Rows& rows) {
  std::map<Key, StepShares> shares;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    StepShares& share = shares[key_of(rows, row)];
    const auto add = [&](ClusteredCount& count, std::size_t column) {
      count.add(rows.integer(row, 2), rows.integer(row, column), rows.integer(row, 7));
    };
    add(share.first, 3), add(share.previous, 4), add(share.closed_first, 5), add(share.closed_previous, 6);
  }
  for (auto& [key, share] : shares) {
    FunnelStepCount& step = step_at(segments, key);
    step.share_of_first = share.first.share(), step.closed_share_of_first = share.closed_first.share();
    if (key.second == 1) continue;  // nothing comes before the first step
    step.share_of_previous = share.previous.share(), step.closed_share_of_previous = share.closed_previous.share();
  }
}

void read_times(Segments& segments, const Rows& rows) {
  std::map<Key, StepTimes> times;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    StepTimes& time = times[key_of(rows, row)];
    time.gaps.push_back(rows.integer(row, 2)), time.totals.push_back(rows.integer(row, 3));
  }
  for (const auto& [key, time] : times) {
    FunnelStepCount& step = step_at(segments, key);
    step.median_s = median_s(time.gaps), step.median_total_s = median_s(time.totals);
  }
}

void read_customers(Segments& segments, const Rows& rows) {
  for (std::size_t row = 0; row < rows.size(); ++row) step_at(segments, key_of(rows, row)).customers.push_back(rows.text(row, 2));
}

}  // namespace

FunnelAnswer answer_of(const ReferenceLog& log, const FunnelQuestion& question, const Results& results) {
  FunnelAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& names = results.at("segments");
  Segments segments{{0, empty_steps(question)}};
  for (std::size_t row = 0; row < names.size(); ++row) segments.try_emplace(names.integer(row, 0), empty_steps(question));
  read_counts(segments, results.at("steps"));
  read_shares(segments, results.at("shares"));
  if (log.timed) read_times(segments, results.at("times"));
  if (question.list) read_customers(segments, results.at("list"));
  answer.steps = segments.at(0);
  for (std::size_t row = 0; row < names.size(); ++row)
    if (names.integer(row, 0) != 0) answer.segments.push_back({names.optional_text(row, 1), segments.at(names.integer(row, 0))});
  return answer;
}

}  // namespace parcours
