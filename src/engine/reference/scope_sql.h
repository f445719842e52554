// What the SQL of every question begins with: the events, those in scope, and the units they fall into.
//
//   events   all that count: pos (order of customer, time, arrival), customer, starts, ends, event, channel, source, value, score, scale,
//            properties. In a log that knows only the order, starts and ends are pos: nothing ties.
//   kept     those for which every --where holds
//   scoped   of these, those from --since on and before --until, with their unit: customer, or journey
//   basis    one row: as_of, first, last, events, customers
#pragma once

#include <string>

#include "engine/reference/script.h"
#include "questions/question.h"

namespace parcours {

// What has to be known of the events before the SQL can be written.
struct ReferenceLog {
  std::string events_select;  // gives customer, identity, start_ms, end_ms, arrival, event, channel, source, value, score, scale, properties
  Zone zone = Zone::utc();
  std::int64_t events = 0;
  bool timed = true;
  bool synthetic = false;
  std::vector<std::string> fields;  // names of all properties, sorted
};

// Runs a probe. `log.events`, `log.timed` and `log.fields` are filled.
Outcome probe(Database& database, ReferenceLog& log);

// The tables above. `per`: what a unit is.
Script scope_script(const ReferenceLog& log, const Scope& scope, Per per, TimeMs silence);

// From the result "basis".
Basis basis_of(const Results& results, const ReferenceLog& log);

}  // namespace parcours
