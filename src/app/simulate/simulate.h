// Plausible events of a map, for demonstrations and tests. Always marked synthetic: the file says so in its name and in every row.
// docs/formats/simulated.md has the columns and what each trait does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/simulate/event.h"
#include "app/simulate/plant.h"
#include "app/simulate/traits.h"
#include "base/result.h"
#include "map/journey_map.h"

namespace parcours {

struct SimulateOptions {
  std::int64_t customers = 1000;
  std::uint64_t seed = 1;
  Date until{2026, 11, 1};  // the last possible day
  std::optional<int> days;  // over how many days customers begin; nothing: a year, or six times the silence that ends a journey
  Zone zone = Zone::utc();
  Lang lang = Lang::en;  // of what customers write, where the map has none
  Traits traits;
  std::vector<Plant> plants;
};

// Customers go through the touchpoints of the map in its order, and leave where the map expects it. The same map, personas, settings and
// options give the same events, in order of arrival. Every customer has at least one.
// Misuse: no touchpoint has a rule; a plant at a touchpoint that is none, that has no rule or is the goal.
Result<std::vector<SimulatedEvent>> simulate(const JourneyMap& map, const std::vector<Persona>& personas, const WorkspaceSettings& settings,
                                             const SimulateOptions& options);

// customer, time, event, channel, source, value, score, event_id, linked_to, the properties in order of their names, synthetic.
std::string csv_of(const std::vector<SimulatedEvent>& events, const Zone& zone);

}  // namespace parcours
