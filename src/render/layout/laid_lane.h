// A lane with its name and its hairline, ready to be stacked; and which lanes are asked for.
#pragma once

#include "render/layout/lane.h"

namespace parcours {

struct LaidLane {
  Node node;          // at y = 0
  double height = 0;  // with the room around it
};

LaidLane laid_lane(const Frame& frame, const Lane& lane, LaneBody body);

// `no-CODE` leaves one out; other codes are the only ones drawn.
bool is_wanted(const DrawOptions& options, std::string_view code);

}  // namespace parcours
