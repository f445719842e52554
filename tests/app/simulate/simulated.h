// What the tests of simulations share: maps to simulate, and a reader of the CSV that knows nothing of how it was written.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/simulate/simulate.h"
#include "map/map_file.h"

namespace parcours::testing_simulate {

struct Subject {
  JourneyMap map;
  std::vector<Persona> personas;
  WorkspaceSettings settings;
};
Subject template_named(const std::string& name);
std::vector<std::string> all_names();  // of the templates that have touchpoints

Subject of_map(const std::string& yaml);

// Up to 2026-11-01; REQUIRES: it succeeds.
std::vector<SimulatedEvent> simulated(const Subject& subject, SimulateOptions options);

// Rows by the names of their columns.
using Row = std::map<std::string, std::string>;
std::vector<Row> rows_of(const std::string& csv);

// Events by person, in order of time; those sent twice once.
std::map<std::int64_t, std::vector<SimulatedEvent>> by_person(const std::vector<SimulatedEvent>& events);

}  // namespace parcours::testing_simulate
