// How long visits last, how long until the next place, how long to the goal.
//
// What holds besides: a run is unbroken when the visits read from the journey go on at the place; events that no
// touchpoint claims, or that are not read, do not break it. All journeys count, open ones too; a run that nothing follows has no
// time to the next. The time to the goal from a touchpoint is from the journey's first visit to it, by Kaplan-Meier: open journeys
// are censored at the as-of, journeys closed without the goal stay among those who have not reached it for good. Only before the goal.
#pragma once

#include <vector>

#include "measures/journey_table.h"
#include "measures/places.h"
#include "questions/measure.h"
#include "questions/statistics.h"

namespace parcours {

struct VisitTimes {
  TimeFigure within, to_next;
};

// One a place. Empty figures in a log without times.
std::vector<VisitTimes> visit_times(const JourneyTable& table, JourneyIds ids, const Places& places);

// One a touchpoint.
std::vector<TimeFigure> times_to_goal(const JourneyTable& table, JourneyIds ids);

// From one of its visits before the goal, at `from`, to the goal.
Lifetime lifetime_from(const JourneyTable& table, const Journey& journey, TimeMs from);

}  // namespace parcours
