// Who goes how far through ordered steps: the exact meaning of every option. docs/measures/funnel.md.
//
// Counted is a unit: a customer, a journey (per journey), or an attempt (`attempts`). Only events in scope are there.
// Each event is an interval [start, end); windows and times are taken between starts, and a later step that starts before an
// earlier one it is tied with lies 0 after it.
//
// An ATTEMPT takes different events e1, e2, … for step 1, step 2, …, one event for one step, such that
//   order    no later step's event lies wholly before an earlier step's: end(ej) > start(ei) for all i < j;
//   window   no event starts more than `window` after e1 (exactly `window` is inside).
// It reaches step k when it takes events for the steps 1..k; its depth is the last step it reaches.
//
// The BEST attempt of a unit counts: the deepest; of those the one completed first (the start of its last step's event); of those the one that
// starts last (the start of e1); of those the one that takes most optional steps; then, from the last step backwards, each step taken
// rather than not and as early as can be; then, from step 1 onwards, the events stored first. Times come from that attempt.
// OPEN at k: its depth is k, k is not the last step, and as-of <= start(e1) + window. Only the window is looked at. Without a
// window, or in a log without times, nobody is open.
//
// Options. An event LIES INSIDE an attempt when it is none of its events, lies wholly after one of them and wholly before another:
// an event that is tied with the ends is given the benefit of the doubt, as the steps are.
//   strict      no event in scope, whatever its name, lies inside.
//   except      an event claimed by this rule takes no step, and none lies inside.
//   same        all events of the attempt have a value in this field, and the same one (numbers equal as numbers).
//   optional    the step may be left out. Never step 1. Such a step is reached only when an event is taken for it; the steps after it
//               do not need it, and their share_of_previous is of the last step before them that is not optional.
//   within, after   the time from the previous step that the attempt takes is at most, at least this long (both inclusive).
//   first       only attempts whose e1 is the first event that can be one: claimed by step 1 (not by `except`, with a value in `same`).
//   attempts    the best attempt by the rule of `first` is counted; then the same again among the events that stand after all of
//               its events (in the order of start, then arrival), until no event of step 1 is left. "Nothing between" still sees all events.
//   any_order   the order is free: step k is reached by events for the steps 1..k, in any order. The attempt begins at its
//               earliest start and is completed at its latest; the window lies between the two. Times of a step run from the
//               attempt's event just before it in time, and from the earliest; the step that begins the attempt has none.
//   by          units by the value on the event that begins the attempt (e1; in any order the earliest, of tied ones the first stored).
// No meaning, hence misuse: any_order with strict, first, attempts, optional, within or after; attempts with first; optional,
// within or after at step 1; within shorter than after; within or after in a log without times; no step, more than 16, a step with
// an empty rule; a negative window (questions/check_question.h). Everything else combines.
//
// Shares carry Wilson's interval, clustered by customer where one can count more than once (journeys, attempts). Without the open ones:
// closed_share_of_first leaves out of the first step those open at a step before this one; closed_share_of_previous those
// open at the previous step (or at an optional one since).
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/funnel.h"

namespace parcours {

// In a log without times the window is not looked at and the answer has no times.
Result<FunnelAnswer> funnel(const EventIndex& index, const FunnelQuestion& question);

}  // namespace parcours
