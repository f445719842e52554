// The delays between stages that the author plans, held against the data.
#pragma once

#include "overlay/measured_map.h"

namespace parcours {

// A planned delay, in days, against a measured median, in seconds: contradicted when its whole interval lies a day or more outside the plan;
// unknown below n = 30, without an interval, or when only part of it lies outside; else confirmed.
Verdict delay_verdict(const Estimate& median_s, std::int64_t days_min, std::int64_t days_max);

// The plan's days from the start of the stage `delay.after` to that of `delay.stage`, held against the events: fills in what is measured, whether
// the plan (the stage begins on `begins`) is yet to come, and the verdict.
void judge(const MeasuredMap& measured, const std::optional<Date>& begins, DelayVerdict& delay);

// One for each stage whose `when` says `after`.
std::vector<DelayVerdict> delay_verdicts(const MeasuredMap& measured);

}  // namespace parcours
