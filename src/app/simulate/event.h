// One simulated event, made to be found by the rule of its touchpoint and by no other.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/rule.h"
#include "base/time.h"
#include "map/journey_map.h"

namespace parcours {

struct SimulatedEvent {
  enum class Kind { visit, failure, survey };

  std::string customer;   // the identity it was recorded under
  std::string linked_to;  // a further identity of the same person, known at this event; mostly none
  std::string id;
  TimeMs time = 0;
  TimeMs arrival = 0;  // at or after `time`
  std::string event, channel, source;
  std::optional<double> value, score;
  std::map<std::string, std::string> properties;
  // Not written down: what it was made for, and whose it is.
  std::string touchpoint;
  Kind kind = Kind::visit;
  std::int64_t person = 0;
};

bool passes(const Rule& rule, const SimulatedEvent& event);
bool passes(const std::vector<FieldCondition>& where, const SimulatedEvent& event);

// Makes events pass rules. The map must outlive it.
class EventMaker {
 public:
  explicit EventMaker(const JourneyMap& map);

  // `natural` with as little changed as one of the rule's conditions asks for. Claimed by no touchpoint but `own` (null: by none), where
  // the map's rules leave a way. REQUIRES: the rule is not empty.
  SimulatedEvent make(const Rule& rule, const SimulatedEvent& natural, const Touchpoint* own, Random& random) const;

  bool claimed_by_another(const SimulatedEvent& event, const Touchpoint* own) const;

 private:
  std::vector<const Touchpoint*> with_rule_;
};

// A value for which the test passes (a pattern's `*` filled in); nothing when the field must not be there.
std::optional<std::string> value_that_passes(const FieldTest& test, Random& random);

}  // namespace parcours
