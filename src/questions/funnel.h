// Who goes how far through ordered steps. docs/measures/funnel.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "questions/figure.h"
#include "questions/scope.h"

namespace parcours {

inline constexpr std::size_t kFunnelStepsMost = 16;

struct FunnelStep : Step {
  bool optional = false;                // --optional K: may be missing from an attempt
  std::optional<TimeMs> within, after;  // --within K=2h, --after K=1d: longest and shortest time since the previous step
};

struct FunnelQuestion {
  Scope scope;
  std::vector<FunnelStep> steps;                  // 1..kFunnelStepsMost
  std::optional<TimeMs> window = kDefaultWindow;  // nothing: none, and nobody is open
  bool first = false;                             // only the first attempt: the one that begins with the first event of step 1
  bool attempts = false;                          // count disjoint attempts, from the left, instead of customers
  bool strict = false;                            // nothing between two steps
  bool any_order = false;
  std::optional<Rule> except;  // an attempt ends there
  std::string same;            // a field that keeps its value through the attempt
  std::string by;              // break down by this field's value on the attempt's first step
  bool list = false;           // give the customers behind each step
};

struct FunnelStepCount {
  std::string step;
  std::int64_t count = 0;                          // reached it (open ones included)
  std::int64_t open = 0;                           // of those that went no further: still inside the window
  std::optional<double> median_s, median_total_s;  // from the previous reached step; from the first
  Share share_of_first, share_of_previous;
  Share closed_share_of_first, closed_share_of_previous;  // without the open ones
  std::vector<std::string> customers;                     // with `list`: those whose best attempt ends here, sorted
};

struct FunnelSegment {
  std::optional<std::string> value;  // nothing: customers without one
  std::vector<FunnelStepCount> steps;
};

struct FunnelAnswer {
  Basis basis;
  std::vector<FunnelStepCount> steps;   // over all
  std::vector<FunnelSegment> segments;  // with `by`: most customers first, then by value; the row without value last
};

}  // namespace parcours
