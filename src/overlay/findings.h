// What the figures say, in sentences a person would say.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// The touchpoint before the goal that loses most customers, among solid figures (n >= 30); so it is where most money is at stake. "": none.
std::string worst_touchpoint(const MeasuredMap& measured);

// Worst first. REQUIRES: everything else of the measured map is filled in.
std::vector<Finding> findings_of(const MeasuredMap& measured);

// "one journey in two", "two journeys in three", where that is within 6 % of the share; else a percentage.
struct SharePhrase {
  Message words;
  std::int64_t parts = 1;  // one part or several: the number of the verb
};
SharePhrase share_in_words(double share);

}  // namespace parcours
