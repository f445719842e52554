#include "app/erasure.h"

#include <algorithm>

#include "app/known_identity.h"

namespace parcours {

Result<WhatGoes> what_goes(Workspace& workspace, const std::string& typed) {
  PARCOURS_TRY(Store* const store, workspace.store());
  PARCOURS_TRY(const std::string identity, known_identity(workspace, typed));
  WhatGoes goes;
  PARCOURS_TRY(goes.identities, store->identities_of(identity));
  ScanRequest request;
  request.customer = goes.identities.front();
  PARCOURS_TRY(const Scan scan, store->scan(request));
  goes.events = static_cast<std::int64_t>(scan.events.rows());
  if (goes.events == 0 && goes.identities.size() < 2)
    return misuse(msg("store.unknown_identity", {{"identity", identity}}), msg("store.unknown_identity.hint"));
  for (const TimeMs time : scan.events.time) {
    if (time == kNoTime) continue;
    goes.first = goes.first == kNoTime ? time : std::min(goes.first, time);
    goes.last = goes.last == kNoTime ? time : std::max(goes.last, time);
  }
  return goes;
}

Result<Store::Erased> erase_person(Workspace& workspace, const std::string& typed) {
  PARCOURS_TRY(Store* const store, workspace.store());
  PARCOURS_TRY(const std::string identity, known_identity(workspace, typed));
  return store->forget(identity);
}

}  // namespace parcours
