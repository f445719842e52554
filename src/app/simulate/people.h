// Who the customers are: a persona's properties, a device, what brought them, under which identities they are known.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "map/journey_map.h"

namespace parcours {

struct Person {
  std::int64_t number = 0;           // from 1
  const Persona* persona = nullptr;  // of whom he is an example; null: of none
  std::map<std::string, std::string> properties;
  std::string source;
  bool on_mobile = false;
  bool has_card = false;
  double mood = 0;  // standard normal: what one gives high or low scores by
};

// Two thirds are examples of the map's personas and pass their `segment`; the others are anybody. The personas must outlive it.
class SimulatedPeople {
 public:
  explicit SimulatedPeople(const std::vector<Persona>& personas);

  Person person(std::int64_t number, Random& random) const;
  double mobile_share() const;  // expected

 private:
  void give_properties(Person& person, Random& random) const;

  const std::vector<Persona>& personas_;
  std::map<std::string, std::vector<FieldTest>> segment_fields_;  // what the personas are told apart by
};

// How a customer is met: with a loyalty card in hand, at an address that the company has, or as a browser without a name.
enum class Contact { anonymous, by_address, at_counter };

std::string digits_of(std::int64_t person);  // at least six

// The identities a person is recorded under. Each new one is linked to the one before it, at its first event.
class Identities {
 public:
  // `joined` false: one name for all.
  Identities(const Person& person, bool joined);

  struct Recorded {
    std::string customer, linked_to;
  };
  Recorded at(Contact contact);
  void log_in() { logged_in_ = true; }

 private:
  const Person& person_;
  bool joined_, logged_in_ = false;
  std::vector<std::string> known_;
};

}  // namespace parcours
