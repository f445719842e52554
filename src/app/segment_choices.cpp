#include "app/segment_choices.h"

#include <algorithm>
#include <map>

#include "base/number.h"

namespace parcours {
namespace {

using Counts = std::map<std::string, std::int64_t>;

void add_field(std::vector<SegmentField>& fields, const std::string& name, const Counts& counts) {
  if (counts.empty() || counts.size() > kChoicesMost) return;
  SegmentField& field = fields.emplace_back(SegmentField{name, {}});
  for (const auto& [text, events] : counts) field.values.push_back({text, events});
  std::stable_sort(field.values.begin(), field.values.end(), [](const auto& a, const auto& b) { return a.events > b.events; });
}

std::vector<std::int64_t> events_by_code(const TextColumn& column) {
  std::vector<std::int64_t> events(column.texts.size());
  for (const std::uint32_t code : column.codes) ++events[code];
  return events;
}

Counts counts_of(const TextColumn& column) {
  Counts counts;
  const auto events = events_by_code(column);
  for (std::uint32_t code = 1; code < events.size(); ++code)
    if (events[code] > 0) counts[column.texts.at(code)] += events[code];
  return counts;
}

std::string shown(const Json& value) {
  if (value.is_number()) return exact(value.get<double>());
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// Every property with its values, those beyond the limit not kept.
std::map<std::string, Counts> property_counts(const TextColumn& column) {
  std::map<std::string, Counts> properties;
  const auto events = events_by_code(column);
  for (std::uint32_t code = 1; code < events.size(); ++code) {
    const Json object = Json::parse(column.texts.at(code), nullptr, false);
    if (events[code] == 0 || !object.is_object()) continue;
    for (const auto& [name, value] : object.items()) {
      Counts& counts = properties[name];
      if (counts.size() <= kChoicesMost) counts[shown(value)] += events[code];
    }
  }
  return properties;
}

}  // namespace

Result<std::vector<SegmentField>> segment_fields(Workspace& workspace) {
  std::vector<SegmentField> fields;
  PARCOURS_TRY(const bool has_events, workspace.has_events());
  if (!has_events) return fields;
  PARCOURS_TRY(Store* const store, workspace.store());
  ScanRequest request;
  request.values = false;
  request.ids = true;
  PARCOURS_TRY(const Scan scan, store->scan(request));
  add_field(fields, "channel", counts_of(scan.events.channel));
  add_field(fields, "source", counts_of(scan.events.source));
  for (const auto& [name, counts] : property_counts(scan.events.properties)) add_field(fields, name, counts);
  return fields;
}

}  // namespace parcours
