#include "questions/score_figure.h"

#include <algorithm>
#include <array>
#include <map>

#include "questions/statistics.h"

namespace parcours {
namespace {

constexpr std::array kScales = {ScoreScale::zero_to_ten, ScoreScale::one_to_five, ScoreScale::one_to_seven};

ScoreScale main_scale(const std::vector<ScoreOf>& answers) {
  ScoreScale best = ScoreScale::none;
  std::ptrdiff_t most = 0;
  for (const ScoreScale scale : kScales) {
    const auto n = std::count_if(answers.begin(), answers.end(), [&](const ScoreOf& answer) { return answer.scale == scale; });
    if (n > most) best = scale, most = n;
  }
  return best;
}

// The share of answers at or above `least`, clustered by customer.
Share share_from(const std::vector<ScoreOf>& answers, double least) {
  std::map<std::uint64_t, std::pair<std::int64_t, std::int64_t>> by_customer;
  for (const auto& answer : answers) {
    auto& [count, n] = by_customer[answer.customer];
    count += answer.score >= least;
    ++n;
  }
  ClusteredCount share;
  for (const auto& [customer, counts] : by_customer) share.add(counts.first, counts.second);
  return share.share();
}

Estimate nps_of(const std::vector<ScoreOf>& answers) {
  std::map<std::uint64_t, std::pair<std::int64_t, std::int64_t>> by_customer;  // promoters - detractors, answers
  std::int64_t promoters = 0, detractors = 0;
  const auto n = static_cast<std::int64_t>(answers.size());
  for (const auto& answer : answers) {
    const int sign = answer.score >= 9 ? 1 : answer.score <= 6 ? -1 : 0;
    promoters += sign > 0;
    detractors += sign < 0;
    auto& [net, count] = by_customer[answer.customer];
    net += sign;
    ++count;
  }
  // Whole sums only: the same whatever the order of customers.
  std::int64_t net_net = 0, net_n = 0, n_n = 0;
  for (const auto& [customer, sums] : by_customer) {
    net_net += sums.first * sums.first;
    net_n += sums.first * sums.second;
    n_n += sums.second * sums.second;
  }
  const double mean = static_cast<double>(promoters - detractors) / static_cast<double>(n);
  const double between = static_cast<double>(net_net) - 2 * mean * static_cast<double>(net_n) + mean * mean * static_cast<double>(n_n);
  const double alone = static_cast<double>(promoters + detractors) - static_cast<double>(n) * mean * mean;
  const bool all_once = by_customer.size() == answers.size();
  const double all_agree = static_cast<double>(n) / static_cast<double>(by_customer.size());
  const double effect = all_once ? 1 : alone > 0 ? between / alone : all_agree;
  return *nps(promoters, n - promoters - detractors, detractors, effect);
}

}  // namespace

std::optional<ScoreFigure> score_figure(const std::vector<ScoreOf>& answers) {
  if (answers.empty()) return std::nullopt;
  ScoreFigure out;
  out.scale = main_scale(answers);
  std::vector<ValueOf> emotions, scores;
  std::vector<ScoreOf> main;
  for (const auto& answer : answers) {
    if (const auto emotion = as_emotion(answer.scale, answer.score)) emotions.push_back({answer.customer, *emotion});
    if (answer.scale == out.scale) main.push_back(answer), scores.push_back({answer.customer, answer.score});
  }
  out.n = static_cast<std::int64_t>(main.size());
  out.emotion = mean_of(std::move(emotions));
  switch (out.scale) {
    case ScoreScale::zero_to_ten: out.nps = nps_of(main); break;
    case ScoreScale::one_to_five: out.csat = share_from(main, 4); break;
    case ScoreScale::one_to_seven:
      out.ces_mean = mean_of(std::move(scores));
      out.ces_high = share_from(main, 5);
      break;
    case ScoreScale::none: break;
  }
  return out;
}

}  // namespace parcours
