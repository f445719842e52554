// A lane: a band of the picture with a name at its left. Each is drawn at y = 0 and stacked by render/draw.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "render/layout/frame.h"

namespace parcours {

struct LaneBody {
  Node node;  // from y = 0 down
  double height = 0;
  std::vector<Node> gutter;  // under the lane's name, from y = 0 down
  double gutter_height = 0;
};

struct Lane {
  std::string_view code;  // docs/formats/picture.md; DrawOptions::lanes
  std::string_view note;  // key of a text; none: ""
  std::optional<LaneBody> (*draw)(const Frame&);
  const OwnLane* own = nullptr;  // of the map; then neither `note` nor `draw`
};

std::vector<Lane> lanes_of(const JourneyMap& map);  // from top to bottom; the map outlives them
std::string lane_title(const Frame& frame, const Lane& lane);
std::string lane_note(const Frame& frame, const Lane& lane);              // "": none
std::optional<LaneBody> draw_lane(const Frame& frame, const Lane& lane);  // nothing: the map has nothing to show there

// A card or item that is drawn into a given width, at least so tall; at (0, 0).
using Cell = std::function<Node(double width, double height)>;

struct GridOptions {
  double row_gap = 10;
  bool even = true;  // all cells of a row are as tall as the tallest, across the stages
};

// Cells of each column of the frame, filled from left to right and from top to bottom. Nothing without any cell.
std::optional<LaneBody> grid(const Frame& frame, const std::vector<std::vector<Cell>>& cells, const GridOptions& options = {});

struct OwnCell {
  std::size_t touchpoint = 0;  // whose it is: its place in the stage
  Cell cell;
};
// Cells of each column of the frame, each under the card of its touchpoint. Nothing without any cell.
std::optional<LaneBody> grid_under_cards(const Frame& frame, const std::vector<std::vector<OwnCell>>& cells, const GridOptions& options = {});

std::optional<LaneBody> how_lane(const Frame&);
std::optional<LaneBody> buyer_lane(const Frame&);
std::optional<LaneBody> touchpoints_lane(const Frame&);
std::optional<LaneBody> images_lane(const Frame&);
std::optional<LaneBody> river_lane(const Frame&);
std::optional<LaneBody> moves_lane(const Frame&);
std::optional<LaneBody> emotion_lane(const Frame&);
std::optional<LaneBody> does_lane(const Frame&);
std::optional<LaneBody> wants_lane(const Frame&);
std::optional<LaneBody> asks_lane(const Frame&);
std::optional<LaneBody> says_lane(const Frame&);
std::optional<LaneBody> frictions_lane(const Frame&);
std::optional<LaneBody> actions_lane(const Frame&);
std::optional<LaneBody> views_lane(const Frame&);
std::optional<LaneBody> backstage_lane(const Frame&);
std::optional<LaneBody> own_lane(const Frame&, const OwnLane& lane);

// The map from left to right, whatever its script.
Scene draw_from_left(const MeasuredMap& map, const DrawOptions& options);

// What stands above and below the lanes; at y = 0, as tall as its box.
Node head(const Frame& frame);
Node stage_heads(const Frame& frame);
Node legend(const Frame& frame, const std::vector<std::string_view>& drawn_lanes);
Node footer(const Frame& frame, const std::string& basis);
// "17,109 events of 3,998 customers, 26 May 2026 to 22 Nov 2026.", and whether they are synthetic. REQUIRES: frame.measured()
std::string narrowed_to(const Frame& frame);  // the filters and the period of the figures, as a sentence begins; "": all events
std::string events_basis(const Frame& frame);
std::string data_basis(const Frame& frame);  // what the figures rest on, for the footer

}  // namespace parcours
