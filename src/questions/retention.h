// Who comes back. docs/measures/retention.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "questions/figure.h"
#include "questions/lists.h"
#include "questions/scope.h"

namespace parcours {

enum class Every { day, week, month };  // calendar periods in the workspace's zone; weeks begin on Monday

struct RetentionQuestion {
  Scope scope;
  Every every = Every::week;
  std::optional<Rule> came;         // what makes a customer a member of a cohort: his first such event; nothing: any event
  std::optional<Rule> active;       // what counts as active; nothing: any event
  std::optional<Rule> purchase;     // repurchase: days with such an event
  std::optional<ListMembers> list;  // give the customers of one cohort
};

// The first day of the period that holds the date.
Date period_start(Date date, Every every);
// What is asked, its --since moved back to the beginning of the period that holds it: cohorts are whole.
RetentionQuestion in_whole_periods(RetentionQuestion question, const Zone& zone);

struct RetentionCell {
  std::int64_t n = 0;  // active in the period
  bool over = true;    // false: the period is not yet over, the cell is marked and not counted in means
};

struct Cohort {
  Date start;  // first day of the period
  std::int64_t size = 0;
  std::vector<RetentionCell> cells;  // period 0, 1, 2 … up to the as-of
};

struct Repurchase {
  std::int64_t buyers = 0;  // at least one purchase day
  std::int64_t repeat = 0;  // at least two purchase days
  Share share;
  std::vector<SurvivalPoint> time_to_second;
};

struct RetentionAnswer {
  Basis basis;
  std::vector<Cohort> cohorts;
  std::vector<Share> mean;  // per period k, pooled over the cohorts for which k is over
  std::optional<Repurchase> repurchase;
  std::vector<ListedMember> listed;  // with `list`: by name
};

}  // namespace parcours
