#include "app/simulate/event.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/number.h"

namespace parcours {
namespace {

constexpr int kTries = 12;

// Each `*` as something that looks at home there: "cart_*" -> cart_2, "/rings/*" -> /rings/2, "72*" -> 72002, "*ring" -> my-ring.
std::string filled(std::string pattern, Random& random) {
  for (auto star = pattern.find('*'); star != std::string::npos; star = pattern.find('*')) {
    const std::string digit(1, static_cast<char>('1' + random.below(3)));
    const char before = star == 0 ? '\0' : pattern[star - 1];
    pattern.replace(star, 1, star == 0 ? "my-" : is_digit(before) ? "00" + digit : is_letter(before) ? "_" + digit : digit);
  }
  return pattern;
}

std::string number_between(const FieldTest& test, Random& random) {
  const double least = test.min.value_or(test.max.value_or(0) - 1), most = test.max.value_or(least);
  const double whole = std::floor(least + random.uniform() * (most - least) + 0.5);
  return exact(whole >= least && whole <= most ? whole : least);
}

// Of words, then of a letter or digit alone, then of numbers past those it excludes; nothing when no text would do (`not: {like: "*"}`).
std::optional<std::string> other_than(const FieldTest& test) {
  std::vector<std::string> candidates = {"other", "another", "ananother"};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789")) candidates.emplace_back(2, c);
  for (std::size_t i = 0; i <= test.values.size(); ++i) candidates.push_back("other" + std::to_string(i));
  const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const std::string& value) { return passes(test, value); });
  return found == candidates.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> field_of(const SimulatedEvent& event, const std::string& field) {
  if (field == "channel") return event.channel;
  if (field == "source") return event.source;
  if (field == "value") return event.value ? std::optional(exact(*event.value)) : std::nullopt;
  if (field == "score") return event.score ? std::optional(exact(*event.score)) : std::nullopt;
  const auto at = event.properties.find(field);
  return at == event.properties.end() ? std::nullopt : std::optional(at->second);
}

void put(SimulatedEvent& event, const std::string& field, const std::optional<std::string>& value) {
  if (field == "channel") event.channel = value.value_or("");
  else if (field == "source") event.source = value.value_or("");
  else if (field == "value") event.value = value ? parse_number(*value) : std::nullopt;
  else if (field == "score") event.score = value ? parse_number(*value) : std::nullopt;
  else if (value) event.properties[field] = *value;
  else event.properties.erase(field);
}

bool passes(const Condition& condition, const SimulatedEvent& event) {
  return (!condition.event || passes(*condition.event, event.event)) && passes(condition.where, event);
}

}  // namespace

std::optional<std::string> value_that_passes(const FieldTest& test, Random& random) {
  switch (test.kind) {
    case FieldTest::Kind::any_of: return test.values[random.below(test.values.size())];
    case FieldTest::Kind::like: return filled(test.values[random.below(test.values.size())], random);
    case FieldTest::Kind::between: return number_between(test, random);
    case FieldTest::Kind::none_of:
    case FieldTest::Kind::not_like: return other_than(test);
    case FieldTest::Kind::exists: return "1";
    case FieldTest::Kind::absent: return std::nullopt;
  }
  return std::nullopt;
}

bool passes(const std::vector<FieldCondition>& where, const SimulatedEvent& event) {
  return std::all_of(where.begin(), where.end(), [&](const FieldCondition& at) { return passes(at.test, field_of(event, at.field)); });
}

bool passes(const Rule& rule, const SimulatedEvent& event) {
  return std::any_of(rule.any.begin(), rule.any.end(), [&](const Condition& condition) { return passes(condition, event); });
}

EventMaker::EventMaker(const JourneyMap& map) {
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (!touchpoint.match.empty()) with_rule_.push_back(&touchpoint);
}

bool EventMaker::claimed_by_another(const SimulatedEvent& event, const Touchpoint* own) const {
  return std::any_of(with_rule_.begin(), with_rule_.end(),
                     [&](const Touchpoint* touchpoint) { return touchpoint != own && passes(touchpoint->match, event); });
}

SimulatedEvent EventMaker::make(const Rule& rule, const SimulatedEvent& natural, const Touchpoint* own, Random& random) const {
  for (int i = 1;; ++i) {
    SimulatedEvent event = natural;
    const Condition& condition = rule.any[random.below(rule.any.size())];
    event.event = condition.event ? value_that_passes(*condition.event, random).value_or("event") : "event";
    for (const auto& where : condition.where)
      if (!passes(where.test, field_of(event, where.field))) put(event, where.field, value_that_passes(where.test, random));
    if (i == kTries || !claimed_by_another(event, own)) return event;
  }
}

}  // namespace parcours
