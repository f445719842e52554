// What every question has in common: which events, whose, and counted how.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/rule.h"
#include "base/time.h"

namespace parcours {

inline constexpr TimeMs kDefaultWindow = 30 * kDay;  // where neither the question nor the map says any

enum class Per { customer, journey };

struct Scope {
  std::optional<TimeMs> since;        // included
  std::optional<TimeMs> until;        // excluded; also the as-of time
  std::vector<FieldCondition> where;  // events for which all hold; the others are not there
  Per per = Per::customer;
  std::optional<TimeMs> inactivity;  // a longer silence cuts a customer's events into journeys; nothing: see silence_of
};

// The silence beyond which a customer's events are cut: the scope's own, else the larger of 30 days and twice the window
// (without a window: 60 days).
inline TimeMs silence_of(const Scope& scope, std::optional<TimeMs> window = kDefaultWindow) {
  return scope.inactivity.value_or(std::max(30 * kDay, 2 * window.value_or(kDefaultWindow)));
}

// What every answer has in common.
struct Basis {
  TimeMs as_of = kNoTime;  // the last event in scope, or Scope::until
  TimeMs first = kNoTime, last = kNoTime;
  std::int64_t events = 0;  // in scope
  std::int64_t customers = 0;
  bool synthetic = false;
  bool timed = true;  // false: a log that knows only the order; no duration, no window
};

// A step of a funnel, or a touchpoint's rule, under a name.
struct Step {
  std::string name;
  Rule rule;
  bool of_map = false;                     // the rule is a map's, whose fields may be ahead of the data,
  std::vector<FieldCondition> typed = {};  // all but these, which a person typed beside the name; they are in the rule too
};

}  // namespace parcours
