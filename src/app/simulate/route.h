// The map as a way to go: its touchpoints in order, with the chances that make the measured figures come out as the map says.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "map/journey_map.h"

namespace parcours {

struct Stop {
  const Touchpoint* touchpoint = nullptr;
  std::size_t stage = 0;
  double visited = 1;  // chance, of those who come by; of an alternative: who chose it always visits it
  double leaves_mobile = 0, leaves_computer = 0;
  std::optional<double> stays_s, to_next_s;  // declared medians
  double again = 0;                          // chance to go back a stop and come again
};

struct SimulatedRoute {
  const JourneyMap* map = nullptr;
  std::vector<Stop> stops;                   // the touchpoints that have a rule, in order of the file
  std::optional<std::size_t> goal;           // in stops
  std::optional<std::size_t> leads_to;       // the stage where customers begin again
  double goal_value = 0;                     // mean, money
  double comes_back = 0;                     // chance after the goal
  bool before_goal(std::size_t stop) const;  // read before the goal when measured
};

std::optional<std::size_t> stage_named(const JourneyMap& map, const std::string& id);  // its place; nothing for ""

// What the map declares of a touchpoint: the largest expectation of its frictions, else a figure from elsewhere.
std::optional<double> declared(const Touchpoint& touchpoint, std::string_view measure);

// Share of the drop-off: as declared, else more where there are frictions or bad emotions. `mobile`: share of customers on mobile, who
// leave at frictions about twice as often as the others. `open`: share of lost journeys that are not over when the data ends; these do not
// count as lost when measured, so a little more leave than the declared share says. The map must outlive it.
SimulatedRoute route_of(const JourneyMap& map, double mobile, double open);

}  // namespace parcours
