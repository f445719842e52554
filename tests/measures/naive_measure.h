// A map's figures counted as docs/measures and measures/journey_table.h say them, one figure at a time, each by walking over everything.
#pragma once

#include <cmath>
#include <set>

#include "measures/listed_events.h"
#include "questions/measure.h"

namespace naive {

using namespace listed;

struct Visit {
  std::size_t touchpoint;
  TimeMs at;
  std::string channel;
};

struct Journey {
  std::string customer;
  Events events;
  bool silent = false;
  std::vector<Visit> before, after;  // `before` ends with the goal when it was reached
  bool reached = false;
  bool returned = false;
  bool closed() const { return silent || reached; }
  bool seen() const { return !before.empty(); }  // after the goal comes the goal
  std::vector<Visit> all() const {
    auto out = before;
    out.insert(out.end(), after.begin(), after.end());
    return out;
  }
};

inline bool claims(const Rule& rule, const Event& event) {  // rules of these tests: an event's name, and perhaps its channel
  for (const auto& condition : rule.any) {
    if (condition.event && event.event != condition.event->values[0]) continue;
    if (condition.where.empty() || event.channel == condition.where[0].test.values[0]) return true;
  }
  return false;
}

struct Map {
  std::vector<MeasuredTouchpoint> touchpoints;
  std::vector<std::size_t> stage_of;
  std::vector<bool> stage_after;
  std::size_t goal = ~std::size_t{0};
  std::size_t leads_to = ~std::size_t{0};

  explicit Map(const MeasureQuestion& question) {
    for (std::size_t s = 0; s < question.stages.size(); ++s) {
      stage_after.push_back(question.stages[s].after_goal);
      if (question.stages[s].id == question.leads_to) leads_to = s;
      for (const auto& touchpoint : question.stages[s].touchpoints) {
        if (touchpoint.id == question.goal) goal = touchpoints.size();
        touchpoints.push_back(touchpoint);
        stage_of.push_back(s);
      }
    }
  }
  bool after(std::size_t touchpoint) const { return stage_after[stage_of[touchpoint]]; }
};

inline Journey read(const Map& map, const std::string& customer, const Events& events, bool silent) {
  Journey journey{customer, events, silent, {}, {}, false, false};
  for (const auto& event : events) {
    const auto visits = [&](bool after) {
      for (std::size_t t = 0; t < map.touchpoints.size(); ++t)
        if (t != map.goal && map.after(t) == after && claims(map.touchpoints[t].match, event))
          (after ? journey.after : journey.before).push_back({t, event.at, event.channel});
    };
    if (!journey.reached) visits(false);
    if (!journey.reached && map.goal < map.touchpoints.size() && claims(map.touchpoints[map.goal].match, event)) {
      journey.before.push_back({map.goal, event.at, event.channel});
      journey.reached = true;
    }
    if (journey.reached) visits(true);
  }
  return journey;
}

inline std::vector<Journey> journeys_of(const Events& events, const MeasureQuestion& question) {
  const Map map(question);
  TimeMs as_of = question.scope.until.value_or(0);
  for (const auto& event : events)
    if (!question.scope.until) as_of = std::max(as_of, event.at);
  Events in_scope;
  for (const auto& event : events)
    if (event.at < question.scope.until.value_or(std::numeric_limits<TimeMs>::max())) in_scope.push_back(event);
  std::vector<Journey> out;
  for (const auto& [customer, own] : by_customer(in_scope)) {
    Events cut;
    for (std::size_t i = 0; i < own.size(); ++i) {
      cut.push_back(own[i]);
      if (i + 1 < own.size() && own[i + 1].at - own[i].at <= *question.scope.inactivity) continue;
      out.push_back(read(map, customer, cut, as_of - own[i].at > *question.scope.inactivity));
      // Did the customer come to `leads_to` after this journey's goal? Its events from the goal on, and all later ones.
      if (out.back().reached) {
        std::size_t goal = i + 1 - cut.size();
        while (!claims(map.touchpoints[map.goal].match, own[goal])) ++goal;
        for (std::size_t later = goal + 1; later < own.size(); ++later)
          for (std::size_t t = 0; t < map.touchpoints.size(); ++t)
            if (map.stage_of[t] == map.leads_to && claims(map.touchpoints[t].match, own[later])) out.back().returned = true;
      }
      cut.clear();
    }
  }
  return out;
}

// Where a journey that did not reach its end stands: the touchpoint, or nothing. `lost` tells lost ones from open ones.
inline std::optional<std::size_t> stands_before(const Journey& journey, bool lost) {
  if (!journey.seen() || journey.reached || journey.silent != lost) return std::nullopt;
  return journey.before.back().touchpoint;
}
inline int last_after_stage(const Map& map) {
  int last = -1;
  for (std::size_t s = 0; s < map.stage_after.size(); ++s)
    if (map.stage_after[s]) last = static_cast<int>(s);
  return last;
}
inline int furthest_after(const Map& map, const Journey& journey) {
  int furthest = -1;
  for (const auto& visit : journey.after) furthest = std::max(furthest, static_cast<int>(map.stage_of[visit.touchpoint]));
  return furthest;
}
inline std::optional<std::size_t> lost_after(const Map& map, const Journey& journey) {
  const int furthest = furthest_after(map, journey);
  if (furthest < 0 || furthest == last_after_stage(map) || !journey.silent) return std::nullopt;
  std::size_t at = 0;
  for (const auto& visit : journey.after)
    if (static_cast<int>(map.stage_of[visit.touchpoint]) == furthest) at = visit.touchpoint;
  return at;
}

}  // namespace naive
