// Everything held about one person: the command `customer`, and the line of one customer's journey in the studio.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"

namespace parcours {

struct HeldOf {
  std::vector<std::string> identities;
  Scan scan;  // his events, in order
};

// By any of his identities, as a person types it. Misuse: nobody of that name has events.
Result<HeldOf> held_of(Workspace& workspace, const std::string& typed);

// {version, identities, synthetic, events: [{time, unit, event, channel, source, value, score, properties}]}
Json to_json(const HeldOf& held, const Zone& zone);

// Where each event stands in the map: {touchpoints: [ID…] that claim it, journey: counted from 1}. `silence` cuts journeys.
Json places_json(const HeldOf& held, const JourneyMap& map, TimeMs silence, const Zone& zone);

}  // namespace parcours
