// Stacks head, stages, lanes, legend and footer into one scene.
#include <algorithm>
#include <cmath>

#include "render/changes/parts.h"
#include "render/layout/lane.h"
#include "render/layout/laid_lane.h"
#include "render/render.h"
#include "render/scripts.h"

namespace parcours {
namespace {

constexpr double kGround = 0.3, kDarkGround = 0.2;  // of a stage's tint behind its lanes

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
    LaidLane laid = laid_lane(frame_, lane, std::move(body));
    shift(laid.node, 0, y_);
    root_.add(std::move(laid.node));
    y_ += laid.height;
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

// Behind the lanes of a wide picture, where the heads are far above: the stage's tint as a breath.
Node stage_grounds(const Frame& frame, double top, double bottom) {
  const double breath = frame.options.theme == Theme::dark ? kDarkGround : kGround;
  Node node = group();
  for (const Column& column : frame.columns)
    if (!column.tone.bare) node.add(rect({column.x - 4, top, column.w + 8, bottom - top}, column.tone.tint.faded(breath), {}, 8));
  return node;
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
  const double lanes_top = stack.y();
  std::vector<std::string_view> drawn;
  for (const Lane& lane : lanes_of(frame.map.map)) {
    if (frame.columns.empty() || !is_wanted(options, lane.code)) continue;
    std::optional<LaneBody> body = draw_lane(frame, lane);
    if (!body) continue;
    drawn.push_back(lane.code);
    stack.put_lane(lane, std::move(*body));
  }
  if (frame.wide) scene.root.children.insert(scene.root.children.begin(), stage_grounds(frame, lanes_top - 18, stack.y()));
  mark_changes(frame, changed, scene.root);
  Node rule = hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft);
  stack.put(std::move(rule), 16);
  if (!changed.empty()) stack.put(changes_list(frame, changed), 22);
  if (is_wanted(options, "legend")) stack.put(legend(frame, drawn), 18);
  stack.put(footer(frame, data_basis(frame)), 0);
  scene.height = std::ceil(stack.y() + kMargin - 10);
  return scene;
}

}  // namespace parcours
