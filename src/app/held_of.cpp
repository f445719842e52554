#include "app/held_of.h"

#include <algorithm>
#include <cmath>

#include "app/known_identity.h"
#include "base/number.h"

namespace parcours {
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json or_null(double number) { return std::isnan(number) ? Json() : Json(number); }

Json properties_json(const EventBatch& e, std::size_t row) {
  return e.properties.codes.empty() || e.properties.codes[row] == 0 ? Json() : Json::parse(e.properties.at(row), nullptr, false);
}

std::optional<std::string> text_of(const Json& value) {
  if (value.is_null()) return std::nullopt;
  if (value.is_number()) return exact(value.get<double>());
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// `event` is one of to_json(held).
bool claims(const Rule& rule, const Json& event) {
  const auto field = [&](const std::string& name) {
    const Json& in = is_builtin_field(name) ? event : event["properties"];
    return in.is_object() && in.contains(name) ? text_of(in[name]) : std::nullopt;
  };
  return std::any_of(rule.any.begin(), rule.any.end(), [&](const Condition& condition) {
    if (condition.event && !passes(*condition.event, event["event"].get<std::string>())) return false;
    return std::all_of(condition.where.begin(), condition.where.end(), [&](const FieldCondition& one) { return passes(one.test, field(one.field)); });
  });
}

}  // namespace

Result<HeldOf> held_of(Workspace& workspace, const std::string& typed) {
  if (typed.empty()) return misuse(msg("customer.unknown", {{"id", typed}}));  // for a scan, no name means everyone
  PARCOURS_TRY(Store* const store, workspace.store());
  PARCOURS_TRY(const std::string identity, known_identity(workspace, typed));
  HeldOf held;
  PARCOURS_TRY(held.identities, store->identities_of(identity));
  ScanRequest request;
  request.ids = true;
  request.customer = held.identities.empty() ? identity : held.identities.front();
  PARCOURS_TRY(held.scan, store->scan(request));
  if (held.scan.events.rows() == 0) return misuse(msg("customer.unknown", {{"id", typed}}));
  return held;
}

Json to_json(const HeldOf& held, const Zone& zone) {
  Json json = {{"version", 1}, {"identities", held.identities}, {"synthetic", held.scan.synthetic}, {"events", Json::array()}};
  const EventBatch& e = held.scan.events;
  for (std::size_t row = 0; row < e.rows(); ++row) {
    Json event = {{"time", e.time[row] == kNoTime ? Json() : Json(show_instant(e.time[row], zone))},
                  {"unit", code_of(e.unit[row])},
                  {"event", e.event.at(row)}};
    event["channel"] = or_null(e.channel.at(row));
    event["source"] = or_null(e.source.at(row));
    event["value"] = or_null(e.value[row]);
    event["score"] = or_null(e.score[row]);
    event["properties"] = properties_json(e, row);
    json["events"].push_back(std::move(event));
  }
  return json;
}

Json places_json(const HeldOf& held, const JourneyMap& map, TimeMs silence, const Zone& zone) {
  const Json events = to_json(held, zone)["events"];
  const EventBatch& e = held.scan.events;
  Json places = Json::array();
  std::int64_t journey = 1;
  TimeMs before = kNoTime;
  for (std::size_t row = 0; row < e.rows(); ++row) {
    Json touchpoints = Json::array();
    for (const auto& stage : map.stages)
      for (const auto& touchpoint : stage.touchpoints)
        if (claims(touchpoint.match, events[row])) touchpoints.push_back(touchpoint.id);
    if (e.time[row] != kNoTime) {
      const TimeMs now = interval_of(e.time[row], e.unit[row], zone).start;
      if (before != kNoTime && now - before > silence) ++journey;
      before = now;
    }
    places.push_back({{"touchpoints", std::move(touchpoints)}, {"journey", journey}});
  }
  return places;
}

}  // namespace parcours
