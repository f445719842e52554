// Stacks head, stages, lanes, legend and footer into one scene.
#include <algorithm>
#include <cmath>

#include "render/changes/parts.h"
#include "render/layout/lane.h"
#include "render/render.h"
#include "render/scripts.h"

namespace parcours {
namespace {

constexpr std::string_view kWithout = "no-", kLegend = "legend";
constexpr double kLanePadding = 15;  // between a lane's content and its hairlines
constexpr double kFaceRoom = 30;     // right of the lane's name, for what a lane hangs out there

bool names(const DrawOptions& options, std::string_view code) {
  return std::find(options.lanes.begin(), options.lanes.end(), code) != options.lanes.end();
}

// `no-CODE` leaves one out; other codes are the only ones drawn.
bool is_wanted(const DrawOptions& options, std::string_view code) {
  const bool only_without =
      std::all_of(options.lanes.begin(), options.lanes.end(), [](const std::string& lane) { return lane.starts_with(kWithout); });
  return !names(options, std::string(kWithout) + std::string(code)) && (only_without || code == kLegend || names(options, code));
}

// The lane's name and what it is about, then what the lane itself puts there.
Node lane_name(const Frame& frame, const Lane& lane, LaneBody& body) {
  Node node = group({}, "lane-name");
  const double width = kGutter - kFaceRoom;
  double y = 0;
  y += node.add(text_block(frame.say(text(lane.title, frame.lang)), kMargin, y, width, styled(kBody, Weight::semibold, frame.colour.ink), 3)).box.h +
       1;
  if (!lane.note.empty())
    y += node.add(text_block(frame.say(text(lane.note, frame.lang)), kMargin, y, width, styled(kSmall, Weight::regular, frame.colour.ink_soft), 5))
             .box.h +
         4;
  for (Node& extra : body.gutter) shift(extra, kMargin, y), node.add(std::move(extra));
  return node;
}

class Stack {
 public:
  explicit Stack(const Frame& frame, Node& root) : frame_(frame), root_(root) {}

  void put(Node node, double space_after) {
    const double height = node.box.bottom();
    shift(node, 0, y_);
    root_.add(std::move(node));
    y_ += height + space_after;
  }

  void put_lane(const Lane& lane, LaneBody body) {
    Node node = group("lane-" + std::string(lane.code), "lane");
    node.role = "group", node.label = frame_.say(text(lane.title, frame_.lang));
    node.add(hairline(kMargin, 0, frame_.right(), 0, frame_.colour.line_soft));
    Node name = lane_name(frame_, lane, body);
    const double height = std::max(body.height, name.box.bottom());
    shift(name, 0, kLanePadding);
    shift(body.node, 0, kLanePadding + (body.height < name.box.bottom() && body.height < 40 ? 1 : 0));
    node.add(std::move(name));
    node.add(std::move(body.node));
    shift(node, 0, y_);
    root_.add(std::move(node));
    y_ += height + 2 * kLanePadding;
  }

  double y() const { return y_; }
  void skip(double space) { y_ += space; }

 private:
  const Frame& frame_;
  Node& root_;
  double y_ = kMargin;
};

std::string description(const Frame& frame) {
  std::int64_t touchpoints = 0;
  for (const Column& column : frame.columns) touchpoints += static_cast<std::int64_t>(column.stage->touchpoints.size());
  std::string out =
      frame.say(msg("render.picture.description", {{"stages", static_cast<std::int64_t>(frame.columns.size())}, {"touchpoints", touchpoints}}));
  for (const Column& column : frame.columns) out += (&column == &frame.columns.front() ? " " : ", ") + frame.say(column.stage->name);
  out += ".";
  if (const std::string scope = narrowed_to(frame); !scope.empty()) out += " " + scope + ".";
  if (!frame.map.findings.empty()) out += " " + frame.say(frame.map.findings.front().sentence);
  return out;
}

}  // namespace

Scene draw(const MeasuredMap& map, const DrawOptions& options) {
  Scene scene = draw_from_left(map, options);
  if (is_right_to_left(map.map)) turn(scene);
  return scene;
}

Scene draw_from_left(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  Scene scene;
  scene.lang = options.lang, scene.width = frame.width, scene.background = frame.colour.paper;
  scene.title = frame.say(msg("render.picture.title", {{"title", map.map.title}}));
  scene.description = description(frame);
  scene.root = group("map", "parcours");
  const bool compared = options.changes != nullptr;
  const auto changed = compared ? changed_elements(frame) : std::vector<ChangedElement>();
  if (compared) scene.description += " " + changes_sentence(frame, changed);
  Stack stack(frame, scene.root);
  stack.put(head(frame), changed.empty() ? 30 : 18);
  if (!changed.empty()) stack.put(changes_key(frame, changed), 24);
  if (!frame.columns.empty()) stack.put(stage_heads(frame), 18);
  std::vector<std::string_view> drawn;
  for (const Lane& lane : lanes()) {
    if (frame.columns.empty() || !is_wanted(options, lane.code)) continue;
    std::optional<LaneBody> body = lane.draw(frame);
    if (!body) continue;
    drawn.push_back(lane.code);
    stack.put_lane(lane, std::move(*body));
  }
  mark_changes(frame, changed, scene.root);
  Node rule = hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft);
  stack.put(std::move(rule), 16);
  if (!changed.empty()) stack.put(changes_list(frame, changed), 22);
  if (is_wanted(options, kLegend)) stack.put(legend(frame, drawn), 18);
  stack.put(footer(frame, data_basis(frame)), 0);
  scene.height = std::ceil(stack.y() + kMargin - 10);
  return scene;
}

}  // namespace parcours
