// Plausible events of a map, for demonstrations and tests. Always marked synthetic: the file says so in its name and in every row.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "map/journey_map.h"

namespace parcours {

struct SimulateOptions {
  std::int64_t customers = 1000;
  std::uint64_t seed = 1;
  Date until{2026, 11, 1};  // the last possible day
  int days = 180;           // over how many days customers begin
  Zone zone = Zone::utc();
};

// A CSV with the columns customer, time, event, channel, source, value, score, platform, synthetic and the properties that the
// map's rules look at, in order of time. Customers go through the touchpoints of the map in its order; they give up more often where the map
// has frictions or bad emotions, and twice as often on mobile as on a computer at frictions. The same map, options and seed give the same bytes.
// Misuse: no touchpoint has a rule.
Result<std::string> simulate(const JourneyMap& map, const SimulateOptions& options);

}  // namespace parcours
