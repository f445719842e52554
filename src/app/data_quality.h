// What the events of a workspace are worth before any question is asked: whose and of when they are, how exact, and what was left out of the files.
#pragma once

#include <utility>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"

namespace parcours {

struct DataQuality {
  TimeMs first = kNoTime, last = kNoTime;  // none: no events, or a log that knows only the order
  std::int64_t events = 0, customers = 0;
  std::uint64_t identities = 0, joined = 0;                       // joined: of them, whose customer came under another one too
  std::uint64_t duplicates = 0, rejected = 0, erased = 0;         // rows of the imports that count
  std::vector<std::pair<TimeUnit, std::int64_t>> precision = {};  // events by how exact their time is, the finest first; those there are
  bool synthetic = false;
};

// All zero without events.
Result<DataQuality> data_quality(Workspace& workspace);

// {version, first, last, zone, events, customers, identities, joined, duplicates, rejected, erased, precision: [{unit, events}], synthetic}
Json to_json(const DataQuality& quality, const Zone& zone);

}  // namespace parcours
