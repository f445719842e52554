#include "overlay/portfolio.h"

#include <algorithm>
#include <tuple>

#include "overlay/expectations.h"

namespace parcours {
namespace {

constexpr std::array<Attention, 6> kReasons = {Attention::loss,  Attention::overdue, Attention::contradicted,
                                               Attention::stale, Attention::failing, Attention::assumed};

bool is_to_do(const Action& action) { return action.status == ActionStatus::todo || action.status == ActionStatus::doing; }

// Which of two frictions is worse: docs/formats/portfolio.md.
auto badness(const WorstFriction& friction, const std::string& worst_place) {
  const bool solid = friction.drop_off && strength_of(friction.drop_off->n) == Strength::solid;
  return std::tuple(!friction.contradicted, !worst_place.empty() && friction.touchpoint == worst_place,
                    solid && friction.at_stake ? friction.at_stake->value : 0.0, solid ? friction.drop_off->value : 0.0,
                    friction.expected.value_or(0));
}

bool loses_without_action(const MeasuredMap& measured) {
  if (measured.worst_touchpoint.empty()) return false;
  return std::none_of(measured.actions.begin(), measured.actions.end(), [&](const RankedAction& ranked) {
    const auto action = std::find_if(measured.map.actions.begin(), measured.map.actions.end(), [&](const Action& a) { return a.id == ranked.id; });
    return ranked.touchpoint == measured.worst_touchpoint && action != measured.map.actions.end() && is_to_do(*action);
  });
}

std::int64_t contradicted(const MeasuredMap& measured) {
  return std::count_if(measured.expectations.begin(), measured.expectations.end(),
                       [](const ExpectationVerdict& verdict) { return verdict.verdict == Verdict::contradicted; });
}

std::int64_t failing(const FiveScores& scores) {
  return std::count_if(scores.begin(), scores.end(), [](const auto& score) { return score && *score < kFailingBelow; });
}

bool holds(const MapStanding& map, Attention reason) {
  const MeasuredMap& measured = map.measured;
  const bool current = measured.map.state == MapState::current;
  switch (reason) {
    case Attention::loss: return current && loses_without_action(measured);
    case Attention::overdue: return map.overdue_actions > 0;
    case Attention::contradicted: return contradicted(measured) > 0;
    case Attention::stale: return map.reviewed_days.value_or(kDaysBeforeStale + 1) > kDaysBeforeStale;
    case Attention::failing: return failing(map.scores) > 0;
    case Attention::assumed: break;
  }
  return current && 2 * measured.coverage.assumed > measured.coverage.total();
}

}  // namespace

std::string_view code_of(Attention reason) {
  constexpr std::array<std::string_view, 6> kCodes = {"loss", "overdue", "contradicted", "stale", "failing", "assumed"};
  return kCodes[static_cast<std::size_t>(reason)];
}

int weight_of(Attention reason) {
  constexpr std::array<int, 6> kWeights = {3, 3, 2, 2, 1, 1};
  return kWeights[static_cast<std::size_t>(reason)];
}

std::vector<WorstFriction> worst_frictions(const MeasuredMap& measured) {
  std::vector<WorstFriction> out;
  for (const FrictionView& view : measured.frictions)
    if (const Friction* friction = measured.map.friction(view.id))
      out.push_back({view.id, view.touchpoint, friction->text, view.truth, view.drop_off, view.at_stake, expected_drop_off(*friction),
                     view.verdict == Verdict::contradicted});
  std::stable_sort(out.begin(), out.end(), [&](const WorstFriction& a, const WorstFriction& b) {
    return badness(a, measured.worst_touchpoint) > badness(b, measured.worst_touchpoint);
  });
  return out;
}

int MapStanding::attention() const {
  int sum = 0;
  for (const Attention reason : reasons) sum += weight_of(reason);
  return sum;
}

bool MapStanding::has(Attention reason) const { return std::find(reasons.begin(), reasons.end(), reason) != reasons.end(); }

MapStanding standing_of(MeasuredMap measured, const FiveScores& scores, Date today, const Zone& zone) {
  MapStanding map;
  map.measured = std::move(measured);
  map.scores = scores;
  for (const Action& action : map.measured.map.actions) {
    if (!is_to_do(action)) continue;
    ++map.open_actions;
    map.overdue_actions += action.due && *action.due < today;
  }
  if (const auto& reviewed = map.measured.map.reviewed) map.reviewed_days = day_number(today) - day_number(*reviewed);
  if (auto frictions = worst_frictions(map.measured); !frictions.empty()) map.worst = std::move(frictions.front());
  if (const auto& figures = map.measured.figures; figures && figures->basis.timed && figures->basis.first != kNoTime)
    map.first = zone.date(figures->basis.first), map.last = zone.date(figures->basis.as_of);
  for (const Attention reason : kReasons)
    if (holds(map, reason)) map.reasons.push_back(reason);
  return map;
}

void sort_by_attention(std::vector<MapStanding>& maps) {
  std::stable_sort(maps.begin(), maps.end(), [](const MapStanding& a, const MapStanding& b) {
    const auto key = [](const MapStanding& map) {
      const double stake = map.worst && map.worst->at_stake ? map.worst->at_stake->value : 0;
      int lowest = 100;
      for (const auto& score : map.scores) lowest = std::min(lowest, score.value_or(100));
      return std::tuple(-map.attention(), -map.overdue_actions, -stake, lowest, std::string_view(map.measured.map.id));
    };
    return key(a) < key(b);
  });
}

Message reason_words(const MapStanding& map, Attention reason) {
  const Coverage& coverage = map.measured.coverage;
  switch (reason) {
    case Attention::loss: return msg("portfolio.reason.loss");
    case Attention::overdue: return msg("portfolio.reason.overdue", {{"n", map.overdue_actions}});
    case Attention::contradicted: return msg("portfolio.reason.contradicted", {{"n", contradicted(map.measured)}});
    case Attention::stale: return map.reviewed_days ? msg("portfolio.reason.stale", {{"days", *map.reviewed_days}}) : msg("portfolio.reason.never");
    case Attention::failing: return msg("portfolio.reason.failing", {{"n", failing(map.scores)}});
    case Attention::assumed: break;
  }
  return msg("portfolio.reason.assumed", {{"n", std::int64_t{coverage.assumed}}, {"all", std::int64_t{coverage.total()}}});
}

std::vector<Message> portfolio_sentences(const Portfolio& portfolio) {
  std::vector<Message> out;
  if (!portfolio.unreadable.empty()) out.push_back(msg("portfolio.unreadable", {{"n", static_cast<std::int64_t>(portfolio.unreadable.size())}}));
  if (portfolio.maps.empty()) return out;
  const MapStanding& first = portfolio.maps.front();
  const LocalText& title = first.measured.map.title;
  if (first.reasons.empty()) out.push_back(msg("portfolio.calm", {{"n", static_cast<std::int64_t>(portfolio.maps.size())}}));
  else if (first.reasons.size() == 1)
    out.push_back(msg("portfolio.first_one", {{"title", title}, {"first", nested(reason_words(first, first.reasons[0]))}}));
  else
    out.push_back(
        msg("portfolio.first_two",
            {{"title", title}, {"first", nested(reason_words(first, first.reasons[0]))}, {"second", nested(reason_words(first, first.reasons[1]))}}));
  return out;
}

}  // namespace parcours
