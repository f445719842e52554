// The figures of a whole map. docs/measures; built from a map by overlay/measure_question.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/score.h"
#include "questions/figure.h"
#include "questions/lists.h"
#include "questions/scope.h"

namespace parcours {

struct MeasuredTouchpoint {
  std::string id;
  Rule match, failure;  // match empty: nothing can claim it (no rule, or out of sight)
};

struct MeasuredStage {
  std::string id;
  bool after_goal = false;  // phase after: read from the goal on
  std::vector<MeasuredTouchpoint> touchpoints;
};

struct MeasureQuestion {
  Scope scope;                        // inactivity already settled
  std::vector<MeasuredStage> stages;  // in file order
  std::string goal;                   // id of a touchpoint; "": the map has none
  std::optional<TimeMs> window = kDefaultWindow;
  std::string currency = "EUR";
  std::string leads_to;        // the stage that the last one leads back to; "": none
  std::string by;              // breakdown: the same figures for each value of the field on the journey's first event
  std::optional<ListAt> list;  // give the customers behind a touchpoint's figures
};

// Quantiles of a time, in seconds, with order-statistic 95 % intervals.
struct TimeFigure {
  std::int64_t n = 0;
  std::optional<Estimate> median, p25, p75, p90;
};

struct ScoreFigure {
  ScoreScale scale = ScoreScale::none;
  std::int64_t n = 0;
  std::optional<Estimate> nps;       // -100..100, scale 0-10
  std::optional<Share> csat;         // top two of five
  std::optional<Estimate> ces_mean;  // 1-7
  std::optional<Share> ces_high;     // >= 5
  std::optional<Estimate> emotion;   // mean on -2..2
};

struct TouchpointFigures {
  std::string id;
  bool has_rule = false;
  std::int64_t customers = 0, journeys = 0, visits = 0;
  Share journeys_share;          // of all journeys
  Share to_next_stage, to_goal;  // of the closed journeys that visited it: visited a later stage's touchpoint; reached the goal
  std::int64_t lost = 0;         // closed journeys without the goal whose last visit is here (after the goal: did not go on)
  std::int64_t lost_customers = 0;
  Share drop_off;  // lost / closed journeys that visited it
  // Money: customers lost × mean value of a goal event there; n = goal events with a value. Nothing at the goal and after it.
  std::optional<Estimate> at_stake;
  std::optional<double> chance_lost;  // an index; never customers, never money
  TimeFigure within, to_next, to_goal_time;
  Share repeats;            // of the journeys that visited it: those with more than one run here
  std::int64_t failed = 0;  // events claimed by the failure rule
  std::optional<ScoreFigure> score;
  std::vector<std::pair<std::string, std::int64_t>> channels;  // visits by channel, most first
};

struct StageFigures {
  std::string id;
  std::int64_t customers = 0, journeys = 0, visits = 0;
  Share journeys_share, to_next_stage, to_goal;
  std::int64_t lost = 0, lost_customers = 0;
  Share drop_off;
  std::optional<Estimate> at_stake;
  TimeFigure within, to_next;
  std::optional<ScoreFigure> score;
  // The river: journeys that are still under way when the stage begins, and how it ends for them. in = lost + open + out.
  // Lost and open at the stage of their last visit; before the goal all journeys that visited any touchpoint, after it those that reached it.
  std::int64_t river_in = 0, river_lost = 0, river_open = 0, river_out = 0;
  Share goes_on;  // out of in, clustered by customer
  std::vector<TouchpointFigures> touchpoints;
};

struct ArrowFigures {
  std::string from, to;               // ids of touchpoints
  std::int64_t count = 0, moves = 0;  // customers; moves
  std::optional<double> median_s;
};

struct Unclaimed {
  std::string event;
  std::int64_t count = 0;
};

// A match rule that claims nothing though events of the name it asks for are there (native engine; not in the JSON).
struct SilentRule {
  std::string touchpoint;
  std::int64_t events = 0;          // of that name, in scope
  std::string field;                // of the test that none of them passes
  std::vector<std::string> values;  // what they have there: most frequent first, eight at most; empty: no such field
};

struct RuleOverlap {
  std::string first, second;  // ids of touchpoints
  std::int64_t events = 0;    // claimed by both
};

struct MeasuredFigures {  // of the whole, or of one segment of a breakdown
  std::vector<StageFigures> stages;
  std::vector<ArrowFigures> arrows;  // most moves first
  std::int64_t customers = 0;        // with at least one visit
  std::int64_t journeys = 0, open = 0, closed = 0, reached_goal = 0;
  std::int64_t closed_without_goal = 0;     // that visited any touchpoint: the sum of `lost` over touchpoints before the goal
  Share conversion;                         // of closed journeys: reached the goal
  Share conversion_with_open;               // of all journeys
  std::optional<Estimate> goal_value;       // mean value of a goal event
  std::vector<SurvivalPoint> time_to_goal;  // Kaplan–Meier, open journeys censored
  std::optional<double> median_to_goal_s;   // where the curve falls to one half
  std::optional<Share> returned;            // of those who reached the goal (closed): began again at the stage `leads_to`

  // Nothing when there is no such element.
  const StageFigures* stage(std::string_view id) const;
  const TouchpointFigures* touchpoint(std::string_view id) const;
};

struct MeasureSegment {
  std::optional<std::string> value;
  MeasuredFigures figures;
};

struct MeasureAnswer {
  Basis basis;
  MeasuredFigures all;
  std::vector<MeasureSegment> segments;
  std::int64_t off_map = 0;          // journeys in scope that visited no touchpoint: in none of the figures
  std::int64_t claimed_events = 0;   // events in scope claimed by at least one touchpoint
  std::vector<Unclaimed> unclaimed;  // most first
  std::vector<RuleOverlap> overlaps;
  std::vector<SilentRule> silent;
  std::int64_t identities = 0, identities_joined = 0;
  std::vector<ListedCustomer> listed;  // with `list`: by name
};

// customers lost × mean value of a goal event. The customers are counted, not estimated: the interval is that of the mean (clustered
// by customer, Student's) times their number. Nothing without a mean.
std::optional<Estimate> at_stake(std::int64_t lost_customers, const std::optional<Estimate>& goal_value);

}  // namespace parcours
