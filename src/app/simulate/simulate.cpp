#include "app/simulate/simulate.h"

#include <algorithm>

#include "app/simulate/delivery.h"
#include "app/simulate/stream.h"
#include "app/simulate/walk.h"
#include "base/suggest.h"
#include "overlay/measured_map.h"

namespace parcours {
namespace {

constexpr int kDaysSimulated = 365, kSilencesSimulated = 6, kMostDaysSimulated = 3660;

// Long enough that most lost journeys are over when the data ends.
int days_for(TimeMs inactivity) {
  return static_cast<int>(std::clamp<std::int64_t>(kSilencesSimulated * (inactivity / kDay), kDaysSimulated, kMostDaysSimulated));
}

Outcome check_plants(const JourneyMap& map, const std::vector<Plant>& plants) {
  for (const auto& plant : plants) {
    const Touchpoint* touchpoint = map.touchpoint(plant.touchpoint);
    if (touchpoint && !touchpoint->match.empty() && plant.touchpoint != map.goal) continue;
    if (touchpoint) return misuse(msg("app.simulate_plant_there", {{"id", plant.touchpoint}}), msg("app.simulate_plant_there.hint"));
    std::vector<std::string> ids;
    for (const auto& stage : map.stages)
      for (const auto& known : stage.touchpoints) ids.push_back(known.id);
    const auto meant = nearest(plant.touchpoint, ids);
    return misuse(msg("app.simulate_no_touchpoint", {{"id", plant.touchpoint}, {"map", map.id}}),
                  meant ? std::optional(msg("app.simulate_touchpoint_meant", {{"id", *meant}})) : std::nullopt);
  }
  return Done{};
}

SimulatedCalendar calendar_of(const JourneyMap& map, const std::vector<Persona>& personas, const SimulateOptions& options, int days) {
  CalendarOptions calendar{plus_days(options.until, -days), options.until, options.traits.season};
  calendar.office = !personas.empty() && std::all_of(personas.begin(), personas.end(), [](const Persona& p) { return p.market == "B2B"; });
  calendar.target = map.target_date;
  return SimulatedCalendar(calendar, options.zone);
}

std::vector<TimeMs> beginnings(const std::vector<Plant>& plants, const SimulatedCalendar& calendar, const Zone& zone) {
  std::vector<TimeMs> from;
  for (const auto& plant : plants) from.push_back(plant.from ? zone.day_start(*plant.from) : calendar.start());
  return from;
}

}  // namespace

Result<std::vector<SimulatedEvent>> simulate(const JourneyMap& map, const std::vector<Persona>& personas, const WorkspaceSettings& settings,
                                             const SimulateOptions& options) {
  const TimeMs inactivity = inactivity_of(map, settings);
  const int days = options.days.value_or(days_for(inactivity));
  const SimulatedPeople people(personas);
  const double open = std::min(0.9, static_cast<double>(inactivity) / kDay / days);
  const SimulatedRoute route = route_of(map, people.mobile_share(), open);
  if (route.stops.empty()) return misuse(msg("app.simulate_no_rule", {{"map", map.id}}), msg("app.simulate_no_rule.hint"));
  PARCOURS_CHECK(check_plants(map, options.plants));

  const SimulatedCalendar calendar = calendar_of(map, personas, options, days);
  const EventMaker maker(map);
  const Ground ground{map,
                      settings,
                      route,
                      calendar,
                      maker,
                      options.traits,
                      options.plants,
                      beginnings(options.plants, calendar, options.zone),
                      inactivity,
                      map.language.value_or(options.lang)};
  std::vector<SimulatedEvent> events;
  for (std::int64_t number = 1; number <= options.customers; ++number) {
    Random random = stream_of(options.seed, number);
    const Person person = people.person(number, random);
    walk(ground, person, random, events);
  }
  deliver(events, options.seed, options.traits, options.zone);
  return events;
}

}  // namespace parcours
