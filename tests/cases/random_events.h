// Small random sets of events and funnel questions, made to be awkward: mixed units, ties, events of several steps, missing fields.
// The same seed gives the same set everywhere.
#pragma once

#include <random>
#include <vector>

#include "cases/event_list.h"
#include "questions/funnel.h"

namespace parcours {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : numbers_(seed) {}
  // 0 .. n-1. REQUIRES: n >= 1
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(numbers_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 numbers_;
};

struct RandomEvents {
  std::size_t customers = 2;
  std::size_t events_most = 7;  // of one customer
  bool units_mixed = true;      // else milliseconds only
  bool untimed = false;         // only the order is known
  bool dense = false;           // within two minutes of one day: nearly everything ties
  bool spread = false;          // over months, with silences that cut journeys; else within three days
};
// Names a..d, channels, a value, a score and the properties `colour` and `size`, each now and then missing.
// No two events of a list are equal in all fields and arrive in random order.
std::vector<CaseEvent> random_events(Dice& dice, const RandomEvents& shape, const Zone& zone);

// What shape a random list should have, drawn too.
RandomEvents random_shape(Dice& dice);

// A question with at most 4 steps that measures/funnel.h does not refuse. Its options are drawn, most of them seldom.
FunnelQuestion random_funnel(Dice& dice, bool timed);

// For messages of tests: everything that is needed to see a difference again.
std::string show(const std::vector<CaseEvent>& events, const Zone& zone);
std::string show(const FunnelQuestion& question);

}  // namespace parcours
