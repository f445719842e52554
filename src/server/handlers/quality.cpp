// What the events of the workspace are worth, whatever the map.
#include "app/data_quality.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {

Response get_quality(Call& call) {
  const auto quality = data_quality(call.workspace);
  if (!quality.ok()) return failure_reply(quality.failure(), call.lang);
  return json_reply(to_json(*quality, call.workspace.zone()));
}

}  // namespace parcours
