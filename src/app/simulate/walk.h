// One customer's ways through the map, event after event.
#pragma once

#include "app/simulate/calendar.h"
#include "app/simulate/event.h"
#include "app/simulate/people.h"
#include "app/simulate/plant.h"
#include "app/simulate/route.h"
#include "app/simulate/traits.h"

namespace parcours {

// What all walks have in common; it outlives them.
struct Ground {
  const JourneyMap& map;
  const WorkspaceSettings& settings;
  const SimulatedRoute& route;
  const SimulatedCalendar& calendar;
  const EventMaker& maker;
  Traits traits;
  std::vector<Plant> plants;
  std::vector<TimeMs> planted_from;  // of each plant
  TimeMs inactivity = 0;             // silence that ends a journey
  Lang lang = Lang::en;
};

// Appends the person's events before the calendar's end to `events`, in order of time: at least one. They carry no id yet.
void walk(const Ground& ground, const Person& person, Random& random, std::vector<SimulatedEvent>& events);

}  // namespace parcours
