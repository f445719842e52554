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

}  // namespace

FunnelAnswer answer_of(const ReferenceLog& log, const FunnelQuestion& question, const Results& results) {
  FunnelAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& segments = results.at("segments");
  std::map<std::int64_t, std::vector<FunnelStepCount>> by_segment{{0, empty_steps(question)}};
  for (std::size_t row = 0; row < segments.size(); ++row) by_segment.try_emplace(segments.integer(row, 0), empty_steps(question));
  const auto step_at = [&](const Rows& rows, std::size_t row) -> FunnelStepCount& {
    return by_segment.at(rows.integer(row, 0))[static_cast<std::size_t>(rows.integer(row, 1) - 1)];
  };

  const Rows& steps = results.at("steps");
  for (std::size_t row = 0; row < steps.size(); ++row)
    step_at(steps, row).count = steps.integer(row, 2), step_at(steps, row).open = steps.integer(row, 3);

  std::map<Key, StepShares> shares;
  const Rows& counted = results.at("shares");
  for (std::size_t row = 0; row < counted.size(); ++row) {
    StepShares& share = shares[{counted.integer(row, 0), counted.integer(row, 1)}];
    const auto add = [&](ClusteredCount& count, std::size_t column) {
      count.add(counted.integer(row, 2), counted.integer(row, column), counted.integer(row, 7));
    };
    add(share.first, 3), add(share.previous, 4), add(share.closed_first, 5), add(share.closed_previous, 6);
  }
  for (auto& [key, share] : shares) {
    FunnelStepCount& step = by_segment.at(key.first)[static_cast<std::size_t>(key.second - 1)];
    step.share_of_first = share.first.share(), step.closed_share_of_first = share.closed_first.share();
    if (key.second == 1) continue;  // nothing comes before the first step
    step.share_of_previous = share.previous.share(), step.closed_share_of_previous = share.closed_previous.share();
  }

  std::map<Key, StepTimes> times;
  const Rows& spans = results.at("times");
  for (std::size_t row = 0; log.timed && row < spans.size(); ++row) {
    StepTimes& time = times[{spans.integer(row, 0), spans.integer(row, 1)}];
    time.gaps.push_back(spans.integer(row, 2)), time.totals.push_back(spans.integer(row, 3));
  }
  for (const auto& [key, time] : times) {
    FunnelStepCount& step = by_segment.at(key.first)[static_cast<std::size_t>(key.second - 1)];
    step.median_s = median_s(time.gaps), step.median_total_s = median_s(time.totals);
  }

  if (question.list) {
    const Rows& list = results.at("list");
    for (std::size_t row = 0; row < list.size(); ++row) step_at(list, row).customers.push_back(list.text(row, 2));
  }
  answer.steps = by_segment.at(0);
  for (std::size_t row = 0; row < segments.size(); ++row)
    if (segments.integer(row, 0) != 0) answer.segments.push_back({segments.optional_text(row, 1), by_segment.at(segments.integer(row, 0))});
  return answer;
}

}  // namespace parcours
