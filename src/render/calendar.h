// A plan as a calendar: weeks across, stages and their contents down. docs/formats/picture.md
#pragma once

#include "plan/delays.h"
#include "render/render.h"

namespace parcours {

struct Calendar {
  const MeasuredMap& map;  // names, settings; figures, if any, are told apart below the plan
  const Plan& plan;
  const std::vector<StageDelay>& delays;
};

// Of `options` the language, the theme and what the footer says of the data count.
Scene draw_calendar(const Calendar& calendar, const DrawOptions& options);

}  // namespace parcours
