// One customer's journey: all that is held about him, each event with its place in the map.
#include "app/held_of.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {

Response get_customer(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  const std::string id(call.request.asked("id"));
  const auto has_events = call.workspace.has_events();
  if (!has_events.ok()) return failure_reply(has_events.failure(), call.lang);
  if (!*has_events) return no_events_reply(call.lang);
  const auto held = held_of(call.workspace, id);
  if (!held.ok()) {
    if (held.failure().kind != FailureKind::misuse) return failure_reply(held.failure(), call.lang);
    return error_reply(404, "no-such-customer", held.failure().what.message, call.lang, held.failure().what.hint);
  }
  Json json = to_json(*held, call.workspace.zone());
  const Json places = places_json(*held, map->value, inactivity_of(map->value, call.workspace.settings()), call.workspace.zone());
  for (std::size_t i = 0; i < places.size(); ++i) json["events"][i].update(places[i]);
  return json_reply(json);
}

}  // namespace parcours
