#include "app/simulate/people.h"

#include <algorithm>
#include <array>

#include "app/simulate/event.h"

namespace parcours {
namespace {

constexpr double kLikeAPersona = 0.67, kOnMobile = 0.6, kHasCard = 0.5;
constexpr std::array<const char*, 5> kSources = {"search", "instagram", "email", "direct", "partner"};
constexpr const char* kPlatform = "platform";

// For somebody who is like no persona: one of the values that tell them apart, or the other one where there are two.
std::optional<std::string> any_value(const std::vector<FieldTest>& tests, Random& random) {
  const FieldTest& test = tests[random.below(tests.size())];
  if (tests.size() > 1) return value_that_passes(test, random);
  if (passes(test, "true")) return test.kind == FieldTest::Kind::any_of ? std::optional<std::string>("false") : std::nullopt;
  if (passes(test, "false")) return test.kind == FieldTest::Kind::any_of ? std::optional<std::string>("true") : std::nullopt;
  return std::nullopt;
}

double mobile_chance(const Persona& persona) {
  for (const auto& condition : persona.segment)
    if (condition.field == kPlatform) return passes(condition.test, "mobile") ? (passes(condition.test, "desktop") ? kOnMobile : 1) : 0;
  return kOnMobile;
}

}  // namespace

SimulatedPeople::SimulatedPeople(const std::vector<Persona>& personas) : personas_(personas) {
  for (const auto& persona : personas)
    for (const auto& condition : persona.segment)
      if (!is_builtin_field(condition.field) && condition.field != kPlatform) segment_fields_[condition.field].push_back(condition.test);
}

double SimulatedPeople::mobile_share() const {
  if (personas_.empty()) return kOnMobile;
  double sum = 0;
  for (const auto& persona : personas_) sum += mobile_chance(persona);
  return kLikeAPersona * sum / static_cast<double>(personas_.size()) + (1 - kLikeAPersona) * kOnMobile;
}

void SimulatedPeople::give_properties(Person& person, Random& random) const {
  for (const auto& [field, tests] : segment_fields_)
    if (const auto value = any_value(tests, random)) person.properties[field] = *value;
  person.on_mobile = random.chance(person.persona ? mobile_chance(*person.persona) : kOnMobile);
  person.properties[kPlatform] = person.on_mobile ? "mobile" : "desktop";
  if (!person.persona) return;
  for (const auto& condition : person.persona->segment) {
    std::string& value = condition.field == "source" ? person.source : person.properties[condition.field];
    if (condition.field != "source" && is_builtin_field(condition.field)) continue;
    if (!passes(condition.test, value)) value = value_that_passes(condition.test, random).value_or("");
  }
}

Person SimulatedPeople::person(std::int64_t number, Random& random) const {
  Person person;
  person.number = number;
  person.source = kSources[random.below(kSources.size())];
  person.has_card = random.chance(kHasCard);
  person.mood = random.normal();
  const bool like_a_persona = random.chance(kLikeAPersona);
  if (like_a_persona && !personas_.empty()) person.persona = &personas_[random.below(personas_.size())];
  give_properties(person, random);
  std::erase_if(person.properties, [](const auto& property) { return property.second.empty() || is_builtin_field(property.first); });
  return person;
}

std::string digits_of(std::int64_t person) {
  const std::string digits = std::to_string(person);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

Identities::Identities(const Person& person, bool joined) : person_(person), joined_(joined) {}

Identities::Recorded Identities::at(Contact contact) {
  const std::string number = digits_of(person_.number);
  if (!joined_) return {"synthetic-" + number, ""};
  std::string name = "synthetic-cookie-" + number;
  if (contact == Contact::at_counter && (person_.has_card || !logged_in_)) name = "synthetic-card-" + number;
  else if (contact == Contact::by_address || logged_in_) name = "synthetic-" + number + "@example.com";
  if (std::find(known_.begin(), known_.end(), name) != known_.end()) return {name, ""};
  const std::string before = known_.empty() ? "" : known_.back();
  known_.push_back(name);
  return {name, before};
}

}  // namespace parcours
