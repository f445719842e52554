// A map's rules put to the events: every customer's journeys, each as the visits that are read from it. What the figures of a
// map are counted on; how it is made: read_journeys.h.
//
// How a journey is read (the words of docs/measures/README.md; this is what holds besides):
// - A customer's events in scope, all of them, are cut where silence exceeds `inactivity`. A log without times is one journey a
//   customer, and all of them are closed.
// - An event claimed by several touchpoints is a visit to each, in order of the file; but the goal comes after the other
//   touchpoints before it, and the touchpoints after the goal come last.
// - Touchpoints before the goal are read up to the journey's first goal event, which is read too; touchpoints of stages after the
//   goal are read from that event on. Visits outside of this are not counted at their touchpoint.
// - A journey without any read visit counts nowhere (but a survey's score in it does, see `scores`).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/score.h"
#include "base/time.h"
#include "questions/measure.h"

namespace parcours {

using PlaceId = std::uint16_t;  // a touchpoint (or a stage), counted from 0 in order of the file

// What the kernels need to know of the map.
struct MapShape {
  std::vector<PlaceId> stage_of;  // by touchpoint
  std::vector<bool> stage_after;  // by stage: read from the goal on
  int last_with_rule = -1;        // stage; later ones cannot be reached
  int goal = -1;                  // touchpoint; -1: none
  std::size_t touchpoints() const { return stage_of.size(); }
  std::size_t stages() const { return stage_after.size(); }
  // Read from the goal on. The goal itself never is, whatever its stage.
  bool after(PlaceId touchpoint) const { return stage_after[stage_of[touchpoint]] && touchpoint != goal; }
};
MapShape shape_of(const MeasureQuestion& question);

struct Journey {
  std::uint32_t customer = 0;
  std::uint32_t segment = 0;                      // code of the breakdown's value on its first event; 0: none
  std::uint64_t first = 0, middle = 0, last = 0;  // visits [first, last); those from `middle` on come after the goal
  TimeMs last_event = 0;                          // start of its last event, claimed or not
  bool reached_goal = false;
  bool silent = false;    // its last event lies further back than the inactivity
  bool returned = false;  // reached the goal, and the customer came to the stage `leads_to` after it, at any time

  bool closed() const { return silent || reached_goal; }
  bool seen() const { return first != last; }
};

struct ScoreGiven {
  std::uint64_t journey = 0;
  std::uint64_t answer = 0;  // the survey's event: several touchpoints may claim it
  PlaceId touchpoint = 0;
  ScoreScale scale = ScoreScale::none;
  double score = 0;
};

struct JourneyTable {
  MapShape shape;
  bool timed = true;
  TimeMs as_of = kNoTime;
  // One entry a visit, journeys one after the other.
  std::vector<PlaceId> touchpoint;
  std::vector<TimeMs> at;
  std::vector<std::uint32_t> channel;
  std::vector<Journey> journeys;  // by customer, then time
  // A score belongs to the touchpoints that claim the survey's event, read or not; else to the customer's last visit before it,
  // read or not (of several claims of one event the last in the order above); else to none.
  std::vector<ScoreGiven> scores;
  struct Failed {
    std::uint64_t journey;
    PlaceId touchpoint;
  };
  std::vector<Failed> failed;  // events claimed by a failure rule, read or not
  struct GoalValue {
    std::uint64_t journey;
    double value;
  };
  std::vector<GoalValue> goal_values;  // goal events with a value, the later ones of a journey too
};

// The journeys a figure is counted on: those with a visit, all or of one segment. Sorted upwards, so a customer's stand together.
using JourneyIds = std::span<const std::uint64_t>;

}  // namespace parcours
