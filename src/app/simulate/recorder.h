// Writes down what a customer does: the events of a visit, under the identity known there, with all that the rules and the map ask for.
#pragma once

#include <string_view>
#include <vector>

#include "app/simulate/walk.h"

namespace parcours {

class Recorder {
 public:
  Recorder(const Ground& ground, const Person& person, Random& random, std::vector<SimulatedEvent>& events);

  bool any() const { return events_.size() > before_; }
  bool likes(std::string_view channel) const;  // the person's persona does
  void begin_journey();                        // a further one: something else brought him
  void log_in() { identities_.log_in(); }

  // Events at or after the calendar's end are not written.
  void visit(const Stop& stop, TimeMs at);
  void fail(const Stop& stop, TimeMs at);
  void survey(const Stop& stop, TimeMs at);  // nothing where a touchpoint's rule would claim it

  bool is_asked(const Stop& stop);  // by a survey that no touchpoint stands for
  // Right after the last visit: as the map has it, and planted frictions.
  double chance_to_leave(const Stop& stop) const;

 private:
  SimulatedEvent natural(const Touchpoint& touchpoint);
  void write(SimulatedEvent event, const Touchpoint& touchpoint, SimulatedEvent::Kind kind, TimeMs at);
  double planted(const SimulatedEvent& visit) const;

  const Ground& ground_;
  const Person& person_;
  Random& random_;
  std::vector<SimulatedEvent>& events_;
  std::size_t before_;
  Identities identities_;
  std::string source_;
  double planted_here_ = 0;
};

}  // namespace parcours
