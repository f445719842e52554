// What authors typed in from elsewhere, and what of it the events have not replaced.
#pragma once

#include <string_view>

#include "overlay/measured_map.h"

namespace parcours {

// The measure by the name that docs/formats/map.md gives it; nothing for those that have no interval (customers, visits, value).
std::optional<Estimate> measured_value(const TouchpointFigures& figures, std::string_view measure);

// The touchpoint's reported figures, in its order, less those of which the events give the same. A touchpoint at which everybody stays for one
// event only has no time of its own: nothing is measured in place of the one that was reported.
std::vector<const ReportedFigure*> still_reported(const MeasuredMap& measured, const Touchpoint& touchpoint);

}  // namespace parcours
