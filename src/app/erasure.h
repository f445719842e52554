// A person erased for good: who it is and what goes, before and after. The command `forget` and the studio do it alike.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"

namespace parcours {

struct WhatGoes {
  std::vector<std::string> identities;  // of the person, sorted
  std::int64_t events = 0;
  TimeMs first = kNoTime, last = kNoTime;  // of them; none: no events, or only their order is known
};

// By any of his identities, as a person types it. Misuse: nobody of that name is there.
Result<WhatGoes> what_goes(Workspace& workspace, const std::string& typed);

// Cannot be undone. Misuse as above.
Result<Store::Erased> erase_person(Workspace& workspace, const std::string& typed);

}  // namespace parcours
