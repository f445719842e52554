#include <set>

#include "app/simulate/simulate.h"
#include "base/number.h"

namespace parcours {
namespace {

void put(std::string& csv, const std::string& field) {
  if (field.find_first_of(",\"\n\r") == std::string::npos) {
    csv += field;
    return;
  }
  csv += '"';
  for (const char c : field) csv.append(c == '"' ? 2 : 1, c);
  csv += '"';
}

void put(std::string& csv, const std::optional<double>& number) {
  if (number) csv += exact(*number);
}

}  // namespace

std::string csv_of(const std::vector<SimulatedEvent>& events, const Zone& zone) {
  std::set<std::string> properties;
  for (const auto& event : events)
    for (const auto& [name, value] : event.properties) properties.insert(name);
  std::string csv = "customer,time,event,channel,source,value,score,event_id,linked_to";
  for (const auto& name : properties) put(csv += ',', name);
  csv += ",synthetic\n";
  for (const auto& event : events) {
    put(csv, event.customer);
    csv += ',' + show_instant(event.time, zone);
    for (const auto* field : {&event.event, &event.channel, &event.source}) put(csv += ',', *field);
    put(csv += ',', event.value);
    put(csv += ',', event.score);
    csv += ',' + event.id;
    put(csv += ',', event.linked_to);
    for (const auto& name : properties) {
      csv += ',';
      if (const auto at = event.properties.find(name); at != event.properties.end()) put(csv, at->second);
    }
    csv += ",true\n";
  }
  return csv;
}

}  // namespace parcours
