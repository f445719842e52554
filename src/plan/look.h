// What a plan is looked through for; one file a concern.
#pragma once

#include "plan/plan.h"

namespace parcours {

struct PlanLook {
  const JourneyMap& map;
  const SourceText& source;
  const WorkspaceSettings& settings;
  const Plan& plan;
  const std::vector<const JourneyMap*>& other_maps;
  std::vector<Plan> others;  // theirs, in the same order
  std::vector<PlanFinding> findings;

  const Stage& stage(std::size_t i) const { return map.stages[i]; }
  // At `below` of the stage ("when", "contents/0/lead_time"), or at the nearest thing that is there.
  void find(Severity severity, std::string code, const Stage& stage, const std::string& below, Message message, std::optional<Message> hint = {});
};

// Dates and works alone, without findings.
Plan bare_plan(const JourneyMap& map, Date as_of);

void look_for_dates(PlanLook& look);       // missing anchors, stages without a date, dates that contradict each other
void look_for_lateness(PlanLook& look);    // what should have begun before as_of
void look_for_collisions(PlanLook& look);  // two stages that speak first in one channel on the same days
void look_for_overload(PlanLook& look);    // more than two contents that one team prepares at once
void look_for_gaps(PlanLook& look);        // more than a week without anything
void look_for_days_off(PlanLook& look);    // fixed days that fall on a week-end or a public holiday; none when the plan is counted from today

inline constexpr int kWorksAtOnce = 2;  // per team; one more is too much
inline constexpr int kGapDays = 7;      // longer ones are told

}  // namespace parcours
