#include <algorithm>
#include <random>
#include <set>

#include "questions/statistics.h"
#include "render/made_maps.h"

namespace parcours {
namespace {

struct Stop {
  std::size_t stage = 0, touchpoint = 0;
  bool operator<(const Stop& other) const { return std::pair(stage, touchpoint) < std::pair(other.stage, other.touchpoint); }
};

struct Journey {
  std::vector<Stop> stops;
  bool goal = false, open = false;
};

class Simulation {
 public:
  Simulation(const JourneyMap& map, unsigned seed) : map_(map), random_(seed) {}

  Journey journey() {
    Journey out;
    for (std::size_t s = 0; s < map_.stages.size(); ++s) {
      const auto& touchpoints = map_.stages[s].touchpoints;
      bool seen = false;
      for (std::size_t t = 0; t < touchpoints.size(); ++t) {
        if (touchpoints[t].out_of_sight || (touchpoints[t].optional && chance(0.55))) continue;
        out.stops.push_back({s, t});
        if (!seen && s > 0 && out.stops.size() > 2 && chance(0.13)) out.stops.push_back(out.stops[out.stops.size() - 2]), out.stops.push_back({s, t});
        seen = true;
        const bool is_goal = touchpoints[t].id == map_.goal;
        out.goal |= is_goal;
        const double leave = is_goal ? 0.02 : leaving(s, t);
        if (chance(leave)) return out.open = chance(0.07), out;
      }
    }
    return out;
  }

  bool chance(double p) { return std::uniform_real_distribution<>(0, 1)(random_) < p; }
  double normal(double mean, double sd) { return std::normal_distribution<>(mean, sd)(random_); }

 private:
  double leaving(std::size_t s, std::size_t t) const {
    const std::size_t hash = (s * 7 + t * 13 + map_.stages.size()) % 11;
    return map_.stages[s].touchpoints[t].frictions.empty() ? 0.03 + 0.015 * static_cast<double>(hash) : 0.22 + 0.03 * static_cast<double>(hash);
  }

  const JourneyMap& map_;
  std::mt19937 random_;
};

ScoreFigure score_at(Simulation& simulation, const Touchpoint& touchpoint, std::int64_t n) {
  ScoreFigure score;
  score.n = n;
  score.scale = ScoreScale::one_to_five;
  const double written = touchpoint.emotions.empty() ? 0 : touchpoint.emotions.front().value;
  const double mean = std::clamp(written * 0.8 - (touchpoint.frictions.empty() ? 0 : 0.8) + simulation.normal(0, 0.2), -1.9, 1.9);
  const double half = 1.2 / std::sqrt(static_cast<double>(std::max<std::int64_t>(n, 2)));
  score.emotion = Estimate{mean, mean - half * 3, mean + half * 3, n};
  score.csat = wilson(static_cast<std::int64_t>(static_cast<double>(n) * (mean + 2) / 4), n);
  return score;
}

void count_touchpoint(const std::vector<Journey>& journeys, Stop at, bool after, TouchpointFigures& figures) {
  std::int64_t closed = 0, goal = 0;
  for (const Journey& journey : journeys) {
    const auto visits = std::count_if(journey.stops.begin(), journey.stops.end(), [&](const Stop& stop) { return !(stop < at) && !(at < stop); });
    if (visits == 0) continue;
    ++figures.journeys, figures.visits += visits;
    if (journey.open) continue;
    ++closed, goal += journey.goal;
    const Stop& last = journey.stops.back();
    if ((!journey.goal || after) && !(last < at) && !(at < last)) ++figures.lost;
  }
  figures.has_rule = true;
  figures.customers = figures.journeys;
  figures.lost_customers = figures.lost;
  figures.drop_off = wilson(figures.lost, closed);
  figures.to_goal = wilson(goal, closed);
  if (!after && figures.lost > 0)
    figures.at_stake =
        Estimate{static_cast<double>(figures.lost) * 61, static_cast<double>(figures.lost) * 56, static_cast<double>(figures.lost) * 66, goal};
}

void count_river(const std::vector<Journey>& journeys, const JourneyMap& map, MeasuredFigures& all) {
  for (std::size_t s = 0; s < map.stages.size(); ++s) {
    StageFigures& stage = all.stages[s];
    const bool after = map.stages[s].phase == Phase::after;
    for (const Journey& journey : journeys) {
      if (journey.stops.empty() || (after && !journey.goal)) continue;
      std::size_t deepest = 0;
      for (const Stop& stop : journey.stops) deepest = std::max(deepest, stop.stage);
      if (deepest < s) continue;
      ++stage.river_in;
      const bool ends = deepest == s && !(journey.goal && !after) && (s + 1 < map.stages.size() || !after);
      if (!ends) ++stage.river_out;
      else if (journey.open) ++stage.river_open;
      else ++stage.river_lost;
    }
    stage.goes_on = wilson(stage.river_out, stage.river_in);
  }
}

}  // namespace

MeasuredMap measured_by_simulation(const MeasuredMap& map, int customers, unsigned seed) {
  Simulation simulation(map.map, seed);
  std::vector<Journey> journeys;
  for (int i = 0; i < customers; ++i) journeys.push_back(simulation.journey());
  MeasureAnswer answer;
  MeasuredFigures& all = answer.all;
  std::map<std::pair<Stop, Stop>, std::pair<std::int64_t, std::int64_t>> moves;
  for (const Journey& journey : journeys) {
    if (journey.stops.empty()) continue;
    ++all.customers, ++all.journeys, all.open += journey.open, all.reached_goal += journey.goal && !journey.open;
    answer.basis.events += static_cast<std::int64_t>(journey.stops.size());
    std::set<std::pair<Stop, Stop>> seen;
    for (std::size_t i = 1; i < journey.stops.size(); ++i) {
      const auto edge = std::pair(journey.stops[i - 1], journey.stops[i]);
      ++moves[edge].second, moves[edge].first += seen.insert(edge).second;
    }
  }
  all.closed = all.journeys - all.open;
  all.conversion = wilson(all.reached_goal, all.closed);
  all.closed_without_goal = all.closed - all.reached_goal;
  all.returned = wilson(all.reached_goal / 21, all.reached_goal);
  for (std::size_t s = 0; s < map.map.stages.size(); ++s) {
    StageFigures stage;
    stage.id = map.map.stages[s].id;
    for (std::size_t t = 0; t < map.map.stages[s].touchpoints.size(); ++t) {
      const Touchpoint& touchpoint = map.map.stages[s].touchpoints[t];
      TouchpointFigures figures;
      figures.id = touchpoint.id;
      if (!touchpoint.out_of_sight) count_touchpoint(journeys, {s, t}, map.map.stages[s].phase == Phase::after, figures);
      if (figures.journeys > 10 && t % 3 != 1) figures.score = score_at(simulation, touchpoint, figures.journeys / 7);
      stage.touchpoints.push_back(std::move(figures));
    }
    all.stages.push_back(std::move(stage));
  }
  count_river(journeys, map.map, all);
  for (const auto& [edge, counts] : moves) {
    const auto id = [&](const Stop& stop) { return map.map.stages[stop.stage].touchpoints[stop.touchpoint].id; };
    all.arrows.push_back({id(edge.first), id(edge.second), counts.first, counts.second, {}});
  }
  std::stable_sort(all.arrows.begin(), all.arrows.end(), [](const auto& a, const auto& b) { return a.moves > b.moves; });
  answer.basis.customers = all.customers;
  answer.basis.synthetic = true;
  return measured_map(map.map, map.personas, map.settings, answer);
}

}  // namespace parcours
