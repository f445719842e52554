// A friction planted in simulated data, for tests and demonstrations to find again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/rule.h"
#include "base/time.h"

namespace parcours {

// From `from` on (nothing: always) a further `share` of those who visit the touchpoint leave there; only those whose visit passes `where`.
struct Plant {
  std::string touchpoint;
  std::vector<FieldCondition> where;
  double share = 0;  // 0..1
  std::optional<Date> from;
};

// TOUCHPOINT[FILTER]=SHARE@DATE, filters as in a step of a funnel, filter and date to be left out: "payment[platform=mobile]=0.25@2026-10-01".
// Misuse says what is wrong with it.
Result<Plant> parse_plant(const std::string& text);

}  // namespace parcours
