// What `check` found in one map, and how it is shown: findings, hypotheses, the five tests, what to do next.
#pragma once

#include "check/check.h"
#include "check/hypotheses.h"
#include "check/sarif.h"
#include "cli/session.h"

namespace parcours {

struct CheckReport {
  MapFile map;
  SarifInput found;               // of the file's format and of the rules, with the texts they point into
  std::optional<MapScore> score;  // nothing when the map cannot be used
  std::vector<Hypothesis> hypotheses;
  bool with_events = false;

  std::int64_t count(Severity severity) const;
};

Json report_json(const CheckReport& report, Lang lang);
void print(Session& session, const CheckReport& report);

}  // namespace parcours
