// One simulated event, made to pass a rule, and a file of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/rule.h"
#include "base/time.h"

namespace parcours {

struct SimulatedEvent {
  std::string customer;
  TimeMs time = 0;
  std::string event, channel, source;
  std::optional<double> value, score;
  std::map<std::string, std::string> properties;
};

// An event that passes one of the rule's conditions (names and values as the condition gives them, `*` of a pattern filled in).
// REQUIRES: the rule is not empty.
SimulatedEvent event_that_passes(const Rule& rule, Random& random);

std::string csv_of(const std::vector<SimulatedEvent>& events, const Zone& zone);

}  // namespace parcours
