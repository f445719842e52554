// What is found in one map of a workspace: by reading it, by what it names, by the rules; with figures where there are events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"
#include "check/check.h"
#include "check/hypotheses.h"
#include "check/sarif.h"

namespace parcours {

struct CheckReport {
  MapFile map;
  SarifInput found;               // of the file's format and of the rules, with the texts they point into
  std::optional<MapScore> score;  // nothing when the map cannot be used
  std::vector<Hypothesis> hypotheses;
  bool with_events = false;

  std::int64_t count(Severity severity) const;
};

// Misuse when there is no map of that name; one that cannot be read has that as its finding. no_events: as if there were none.
Result<CheckReport> check_report(Workspace& workspace, const std::string& name, bool no_events);

Json report_json(const CheckReport& report, Lang lang);  // docs/formats/findings.md

}  // namespace parcours
