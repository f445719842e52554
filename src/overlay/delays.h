// The delays between stages that the author plans, held against the data.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// A planned delay, in days, against a measured median, in seconds: contradicted when its whole interval lies a day or more outside the plan;
// unknown below n = 30, without an interval, or when only part of it lies outside; else confirmed.
Verdict delay_verdict(const Estimate& median_s, std::int64_t days_min, std::int64_t days_max);

// One for each stage whose `when` says `after`.
std::vector<DelayVerdict> delay_verdicts(const MeasuredMap& measured);

}  // namespace parcours
