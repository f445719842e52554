#include "app/simulate/route.h"

#include <algorithm>
#include <cmath>

namespace parcours {
namespace {

constexpr double kVisitOptional = 0.55;
constexpr double kLeaves = 0.04, kLeavesAtFriction = 0.08, kLeavesPerBadEmotion = 0.04;
constexpr double kStopsAfterGoal = 0.2, kStopsAtOptional = 0.04;
constexpr double kMobileGap = 0.6;  // between mobile and computer, at frictions, as a share of what may be gained or lost
constexpr double kBack = 0.04, kBackAtStart = 0.08;
constexpr double kGoalValue = 95, kComesBack = 0.18;
constexpr double kMostLeave = 0.97;

double bad_emotion(const Touchpoint& touchpoint) {
  double sum = 0;
  for (const auto& emotion : touchpoint.emotions) sum += emotion.value;
  return touchpoint.emotions.empty() ? 0 : std::max(0.0, -sum / static_cast<double>(touchpoint.emotions.size()));
}

double drop_off(const Touchpoint& touchpoint) {
  if (const auto share = declared(touchpoint, "drop_off")) return std::min(*share, kMostLeave);
  return kLeaves + kLeavesAtFriction * static_cast<double>(touchpoint.frictions.size()) + kLeavesPerBadEmotion * bad_emotion(touchpoint);
}

double chance_of_visit(const Touchpoint& touchpoint, const Stage& stage) {
  const double optional = touchpoint.optional ? kVisitOptional : 1;
  if (touchpoint.alternative.empty()) return optional;
  const auto choices = std::count_if(stage.touchpoints.begin(), stage.touchpoints.end(),
                                     [&](const Touchpoint& t) { return !t.match.empty() && t.alternative == touchpoint.alternative; });
  return optional / static_cast<double>(choices);
}

Stop stop_of(const Touchpoint& touchpoint, std::size_t stage, bool begins_stage) {
  Stop stop{&touchpoint, stage};
  const double stops = touchpoint.optional ? kStopsAtOptional : kStopsAfterGoal;
  stop.leaves_mobile = stop.leaves_computer = stops;
  if (declared(touchpoint, "time") && touchpoint.repeatable) stop.stays_s = declared(touchpoint, "time");
  for (const auto& friction : touchpoint.frictions)
    for (const auto& expected : friction.expect)
      if (expected.measure == "time") stop.stays_s = declared(touchpoint, "time");
  stop.to_next_s = declared(touchpoint, "time_to_next");
  stop.again = declared(touchpoint, "repeat").value_or(begins_stage ? kBackAtStart : kBack);
  return stop;
}

// Leaving at stops before the goal, so that what is measured of it later is the drop-off.
class Leaving {
 public:
  Leaving(SimulatedRoute& route, double mobile, double open)
      : route_(route), mobile_(mobile), open_(open), visits_(route.stops.size()), leaves_(visits_.size()) {
    for (std::size_t i = 0; i < visits_.size(); ++i)
      visits_[i] = chance_of_visit(*route.stops[i].touchpoint, route.map->stages[route.stops[i].stage]);
  }

  void settle() {
    // Who comes by depends on who has left, and who may be counted as lost on who still buys: twice through settles both.
    for (int i = 0; i < 2; ++i) from_the_goal(), from_the_start();
  }

 private:
  // With w the wanted share, p the chance to leave, o of the lost still open, g who reach the goal of those who stay:
  // w = (1-o)p / ((1-o)p + (1-p)k), k = g + (1-o)(1-g).
  void from_the_goal() {
    double reach = route_.goal ? 1 : 0;
    for (std::size_t i = route_.stops.size(); i-- > 0;) {
      if (!route_.before_goal(i) || i == route_.goal) continue;
      const double wanted = drop_off(*route_.stops[i].touchpoint), stay = reach + (1 - open_) * (1 - reach);
      leaves_[i] = std::min(kMostLeave, wanted * stay / ((1 - open_) * (1 - wanted) + wanted * stay));
      reach *= 1 - visits_[i] * leaves_[i];
    }
  }

  void from_the_start() {
    double mobile = mobile_, computer = 1 - mobile_;
    for (std::size_t i = 0; i < route_.stops.size(); ++i) {
      if (!route_.before_goal(i) || i == route_.goal) continue;
      Stop& stop = route_.stops[i];
      const double here = mobile + computer, on_mobile = here > 0 ? mobile / here : 0;
      const auto share = declared(*stop.touchpoint, "customers_share");
      if (share && stop.touchpoint->optional) visits_[i] = std::clamp(*share / std::max(here, 1e-9), 0.02, 1.0);
      const double gap = stop.touchpoint->frictions.empty() ? 0 : kMobileGap * std::min(leaves_[i], 1 - leaves_[i]);
      stop.leaves_mobile = leaves_[i] + (1 - on_mobile) * gap;
      stop.leaves_computer = leaves_[i] - on_mobile * gap;
      mobile *= 1 - visits_[i] * stop.leaves_mobile;
      computer *= 1 - visits_[i] * stop.leaves_computer;
    }
    for (std::size_t i = 0; i < visits_.size(); ++i)
      if (const Touchpoint& touchpoint = *route_.stops[i].touchpoint; touchpoint.alternative.empty()) route_.stops[i].visited = visits_[i];
      else route_.stops[i].visited = touchpoint.optional ? kVisitOptional : 1;
  }

  SimulatedRoute& route_;
  double mobile_, open_;
  std::vector<double> visits_, leaves_;
};

}  // namespace

bool SimulatedRoute::before_goal(std::size_t stop) const { return stop == goal || map->stages[stops[stop].stage].phase != Phase::after; }

std::optional<std::size_t> stage_named(const JourneyMap& map, const std::string& id) {
  for (std::size_t i = 0; i < map.stages.size(); ++i)
    if (!id.empty() && map.stages[i].id == id) return i;
  return std::nullopt;
}

std::optional<double> declared(const Touchpoint& touchpoint, std::string_view measure) {
  std::optional<double> value;
  for (const auto& friction : touchpoint.frictions)
    for (const auto& expected : friction.expect)
      if (expected.measure == measure) value = std::max(value.value_or(expected.value), expected.value);
  for (const auto& figure : touchpoint.figures)
    if (!value && figure.measure == measure) value = figure.value;
  return value;
}

SimulatedRoute route_of(const JourneyMap& map, double mobile, double open) {
  SimulatedRoute route;
  route.map = &map;
  for (std::size_t i = 0; i < map.stages.size(); ++i) {
    bool begins_stage = true;
    for (const auto& touchpoint : map.stages[i].touchpoints) {
      if (touchpoint.match.empty()) continue;
      if (touchpoint.id == map.goal) route.goal = route.stops.size();
      route.stops.push_back(stop_of(touchpoint, i, begins_stage));
      begins_stage = false;
    }
  }
  if (!map.stages.empty()) route.leads_to = stage_named(map, map.stages.back().leads_to);
  const Touchpoint* goal = route.goal ? route.stops[*route.goal].touchpoint : nullptr;
  route.goal_value = goal ? declared(*goal, "value").value_or(kGoalValue) : 0;
  route.comes_back = goal ? declared(*goal, "repurchase").value_or(kComesBack) : 0;
  Leaving(route, mobile, open).settle();
  return route;
}

}  // namespace parcours
