// The plan as a calendar file (RFC 5545): all-day events in civil days, so no time zone is needed. docs/formats/plan.md
#pragma once

#include <string>

#include "plan/plan.h"

namespace parcours {

// `workspace` is the workspace's name: with the map's id and the element's it makes the UIDs, so that a calendar that reads the file
// again moves its events instead of doubling them. Same bytes for the same plan; DTSTAMP is the plan's as-of day.
std::string to_ics(const JourneyMap& map, const Plan& plan, const std::string& workspace, Lang lang);

}  // namespace parcours
