// The plan of a map: when each stage takes place, when work on its contents must begin, and what does not fit. It needs no events;
// what the events say of its delays stands apart, in plan/delays.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "map/map_file.h"
#include "map/stage_dates.h"

namespace parcours {

struct PlannedContent {
  std::size_t index = 0;              // in its stage
  std::vector<std::string> channels;  // of the touchpoints that carry it, in order, each once
  std::vector<std::string> pushed;    // those of them where we speak first (`starts: company`)
  LocalText team;                     // the first one behind its touchpoints; empty: unsaid
  // With a lead time and a dated stage: the day on which work begins at the latest, to be ready on the stage's earliest first day, and
  // on its latest one.
  std::optional<std::int64_t> lead_days;
  std::optional<Date> work_from, work_from_latest;
};

struct PlannedStage {
  StageDates dates;
  std::vector<PlannedContent> contents;  // all of the stage's, in order
};

// What does not fit. A warning makes the exit code 1, a note does not.
struct PlanFinding {
  Diagnostic what;
  std::string stage;  // id; "": the whole plan
};

struct Plan {
  std::vector<PlannedStage> stages;  // all of the map's, in its order
  std::optional<Date> target;
  Date as_of;                         // the day on which the plan is looked at
  bool starts_today = false;          // the map gives no date: counted from as_of
  std::vector<PlanFinding> findings;  // warnings first, then in the order of the map
  int ignored = 0;                    // findings that the map ignores with a reason

  // From the first day of work to the last day of a stage, or the target date. Nothing when no stage has a date.
  struct Span {
    Date first, last;
  };
  std::optional<Span> span() const;
  const PlannedStage* stage(std::string_view id) const;
  bool has_warnings() const;
};

struct PlanRequest {
  const JourneyMap& map;
  const SourceText& source;           // of the map: places of findings
  const WorkspaceSettings& settings;  // the zone says whose public holidays there are
  Date as_of;
  std::vector<const JourneyMap*> others = {};  // further maps of the workspace, for collisions; plans of their own
};

// Never fails: what cannot be settled has no dates and a finding says why.
Plan make_plan(const PlanRequest& request);

}  // namespace parcours
