#include "app/simulated_event.h"

#include <set>

#include "base/number.h"

namespace parcours {
namespace {

std::string filled(std::string pattern) {
  for (auto star = pattern.find('*'); star != std::string::npos; star = pattern.find('*')) pattern.replace(star, 1, star == 0 ? "x" : "_1");
  return pattern;
}

// A value for which the test passes; nothing when the field must not be there.
std::optional<std::string> value_that_passes(const FieldTest& test, Random& random) {
  switch (test.kind) {
    case FieldTest::Kind::any_of: return test.values[random.below(test.values.size())];
    case FieldTest::Kind::like: return filled(test.values[random.below(test.values.size())]);
    case FieldTest::Kind::between: return exact(test.min.value_or(test.max.value_or(0) - 1));
    case FieldTest::Kind::none_of:
    case FieldTest::Kind::not_like: return "other";
    case FieldTest::Kind::exists: return "1";
    case FieldTest::Kind::absent: return std::nullopt;
  }
  return std::nullopt;
}

void put(SimulatedEvent& event, const std::string& field, const std::string& value) {
  if (field == "channel") event.channel = value;
  else if (field == "source") event.source = value;
  else if (field == "value") event.value = parse_number(value);
  else if (field == "score") event.score = parse_number(value);
  else event.properties[field] = value;
}

std::string quoted(const std::string& field) {
  if (field.find_first_of(",\"\n\r") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

SimulatedEvent event_that_passes(const Rule& rule, Random& random) {
  const Condition& condition = rule.any[random.below(rule.any.size())];
  SimulatedEvent event;
  event.event = condition.event ? value_that_passes(*condition.event, random).value_or("event") : "event";
  for (const auto& where : condition.where)
    if (const auto value = value_that_passes(where.test, random)) put(event, where.field, *value);
  return event;
}

std::string csv_of(const std::vector<SimulatedEvent>& events, const Zone& zone) {
  std::set<std::string> properties;
  for (const auto& event : events)
    for (const auto& [name, value] : event.properties) properties.insert(name);
  std::string csv = "customer,time,event,channel,source,value,score";
  for (const auto& name : properties) csv += "," + quoted(name);
  csv += ",synthetic\n";
  for (const auto& event : events) {
    csv += quoted(event.customer) + "," + show_instant(event.time, zone) + "," + quoted(event.event) + "," + quoted(event.channel) + "," +
           quoted(event.source) + ",";
    csv += (event.value ? exact(*event.value) : "") + "," + (event.score ? exact(*event.score) : "");
    for (const auto& name : properties) {
      const auto at = event.properties.find(name);
      csv += "," + (at == event.properties.end() ? "" : quoted(at->second));
    }
    csv += ",true\n";
  }
  return csv;
}

}  // namespace parcours
