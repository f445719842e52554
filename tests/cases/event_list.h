// A handful of events written down by a test, and the index made of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "index/event_index.h"

namespace parcours {

struct CaseEvent {
  std::string customer;
  TimeMs time = 0;  // as recorded: not yet cut to its unit
  TimeUnit unit = TimeUnit::ms;
  std::string event, channel, source;
  std::optional<double> value, score;
  std::map<std::string, std::string> properties;
};

// Events arrive in the order of the list: number i has arrival i.
// The columns sorted by customer code, then time, then arrival, as a store's scan gives them, with a column for every property.
IndexInput input_of(const std::vector<CaseEvent>& events);
EventIndex index_of(const std::vector<CaseEvent>& events, const Zone& zone);

}  // namespace parcours
