#include "render/layout/laid_lane.h"

#include <algorithm>

namespace parcours {
namespace {

constexpr std::string_view kWithout = "no-", kLegend = "legend";
constexpr double kFaceRoom = 30;  // right of the lane's name, for what a lane hangs out there

bool names(const DrawOptions& options, std::string_view code) {
  return std::find(options.lanes.begin(), options.lanes.end(), code) != options.lanes.end();
}

// The lane's name and what it is about, then what the lane itself puts there.
Node lane_name(const Frame& frame, const Lane& lane, LaneBody& body) {
  Node node = group({}, "lane-name");
  const double width = kGutter - kFaceRoom;
  double y = 0;
  y += node.add(text_block(lane_title(frame, lane), kMargin, y, width, styled(kBody, Weight::semibold, frame.colour.ink), 3)).box.h + 1;
  if (const std::string note = lane_note(frame, lane); !note.empty())
    y += node.add(text_block(note, kMargin, y, width, styled(kSmall, Weight::regular, frame.colour.ink_soft), 5)).box.h + 4;
  for (Node& extra : body.gutter) shift(extra, kMargin, y), node.add(std::move(extra));
  return node;
}

}  // namespace

bool is_wanted(const DrawOptions& options, std::string_view code) {
  const bool only_without =
      std::all_of(options.lanes.begin(), options.lanes.end(), [](const std::string& lane) { return lane.starts_with(kWithout); });
  return !names(options, std::string(kWithout) + std::string(code)) && (only_without || code == kLegend || names(options, code));
}

LaidLane laid_lane(const Frame& frame, const Lane& lane, LaneBody body) {
  LaidLane laid{group("lane-" + std::string(lane.code), "lane"), 0};
  Node& node = laid.node;
  node.role = "group", node.label = lane_title(frame, lane);
  node.add(hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft));
  Node name = lane_name(frame, lane, body);
  const double height = std::max(body.height, name.box.bottom());
  shift(name, 0, frame.lane_padding);
  shift(body.node, 0, frame.lane_padding + (body.height < name.box.bottom() && body.height < 40 ? 1 : 0));
  node.add(std::move(name));
  node.add(std::move(body.node));
  laid.height = height + 2 * frame.lane_padding;
  return laid;
}

}  // namespace parcours
