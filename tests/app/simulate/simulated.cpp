#include "app/simulate/simulated.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/templates.h"
#include "map/map_file.h"

namespace parcours::testing_simulate {

Subject template_named(const std::string& name) {
  Subject subject;
  std::map<std::string, Persona> personas;
  for (const auto& file : template_files()) {
    const std::string path(file.path), text(file.content);
    if (path == name + "/maps/" + name + ".yaml") subject.map = parse_map(name + ".yaml", text).value;
    if (path == name + "/parcours.yaml") subject.settings = parse_settings(path, text).value;
    if (path.starts_with(name + "/personas/") && path.ends_with(".yaml")) {
      const Persona persona = parse_persona(path.substr(path.rfind('/') + 1), text).value;
      personas[persona.id] = persona;
    }
  }
  for (const auto& id : subject.map.personas) subject.personas.push_back(personas.at(id));
  return subject;
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const auto& info : all_templates())
    if (info.name != "empty") names.push_back(info.name);
  return names;
}

Subject of_map(const std::string& yaml) { return {parse_map("m.yaml", yaml).value, {}, {}}; }

std::vector<SimulatedEvent> simulated(const Subject& subject, SimulateOptions options) {
  auto events = simulate(subject.map, subject.personas, subject.settings, options);
  EXPECT_TRUE(events.ok());
  return events.ok() ? *events : std::vector<SimulatedEvent>{};
}

std::vector<Row> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> cells(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    std::string& cell = cells.back().back();
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') cell += csv[++i];
    else if (c == '"') quoted = !quoted;
    else if (!quoted && c == ',') cells.back().emplace_back();
    else if (!quoted && c == '\n') cells.emplace_back(1);
    else cell += c;
  }
  cells.pop_back();
  std::vector<Row> rows;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    EXPECT_EQ(cells[i].size(), cells[0].size()) << "row " << i;
    Row row;
    for (std::size_t c = 0; c < std::min(cells[i].size(), cells[0].size()); ++c) row[cells[0][c]] = cells[i][c];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::map<std::int64_t, std::vector<SimulatedEvent>> by_person(const std::vector<SimulatedEvent>& events) {
  std::map<std::int64_t, std::vector<SimulatedEvent>> people;
  std::set<std::string> seen;
  for (const auto& event : events)
    if (seen.insert(event.id).second) people[event.person].push_back(event);
  for (auto& [person, own] : people) std::stable_sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
  return people;
}

}  // namespace parcours::testing_simulate
