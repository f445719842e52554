// Paths from touchpoint to touchpoint, as wide as the customers they carry: forwards above the line, backwards below it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/placing.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kWidestArc = 15, kThinnestArc = 0.7;  // narrower ones are not drawn
constexpr double kNode = 20;
constexpr double kHighest = 66, kLowest = 14, kBackHighest = 34;  // of an arc
constexpr std::size_t kArcsMax = 40, kLabelsMax = 9;
constexpr double kLabelledFrom = 0.04;  // of the widest

struct Arc {
  const ArrowFigures* arrow = nullptr;
  const Column* column = nullptr;  // where it starts
  double from = 0, to = 0, width = 0, height = 0;
  bool back() const { return to < from; }
};

std::vector<Arc> drawn_arcs(const Frame& frame) {
  std::vector<Arc> arcs;
  double most = 0, longest = 0;
  for (const ArrowFigures& arrow : frame.map.figures->all.arrows) {
    const auto from = frame.touchpoint_x.find(arrow.from), to = frame.touchpoint_x.find(arrow.to);
    if (from == frame.touchpoint_x.end() || to == frame.touchpoint_x.end() || arrow.from == arrow.to || arrow.count == 0) continue;
    arcs.push_back({&arrow, frame.column_of(arrow.from), from->second, to->second, 0, 0});
    most = std::max(most, static_cast<double>(arrow.count)), longest = std::max(longest, std::fabs(to->second - from->second));
  }
  for (Arc& arc : arcs) {
    arc.width = kWidestArc * static_cast<double>(arc.arrow->count) / most;
    arc.height = kLowest + ((arc.back() ? kBackHighest : kHighest) - kLowest) * std::sqrt(std::fabs(arc.to - arc.from) / longest);
  }
  std::erase_if(arcs, [](const Arc& arc) { return arc.width < kThinnestArc; });
  std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.arrow->count > b.arrow->count; });
  if (arcs.size() > kArcsMax) arcs.resize(kArcsMax);
  return arcs;
}

// Half an oval from node to node, with a head where it lands.
Node arc_node(const Frame& frame, const Arc& arc, double line) {
  const double side = arc.back() ? 1 : -1, start = line + side * (kNode / 2 + 2), head = std::max(4.2, arc.width * 0.8);
  const double end = start + side * head, x1 = arc.from + (arc.back() ? -3 : 3), x2 = arc.to + (arc.back() ? 3 : -3);
  const double peak = start + side * arc.height, middle = (x1 + x2) / 2;
  const Colour colour = arc.back() ? frame.colour.quiet_mark : arc.column->tone.deep;
  Node node = group("move-" + arc.arrow->from + "-" + arc.arrow->to, arc.back() ? "move back" : "move");
  Path path;
  path.move(x1, start).corner(middle, peak, false).corner(x2, end, true);
  node.add(shape(std::move(path), {}, {colour.faded(arc.back() ? 0.7 : 0.42), arc.width, {}, false}));
  node.add(shape(Path::polygon({{x2 - head * 0.75, end}, {x2 + head * 0.75, end}, {x2, start}}), colour.faded(0.85)));
  const auto name = [&](const std::string& id) { return frame.map.map.touchpoint(id)->name; };
  node.title = frame.say(msg("render.move", {{"from", name(arc.arrow->from)}, {"to", name(arc.arrow->to)}, {"n", arc.arrow->count}}));
  return node;
}

// Where the arc runs, in small boxes, so that no figure stands on it.
void take_arc(const Arc& arc, double line, Placing& placing) {
  constexpr int kParts = 24;
  const double side = arc.back() ? 1 : -1, base = line + side * (kNode / 2 + 2), half = (arc.to - arc.from) / 2;
  for (int i = 0; i < kParts; ++i) {
    const double a = std::numbers::pi * (i + 0.5) / kParts, reach = std::fabs(half) * std::numbers::pi / kParts;
    const double x = arc.from + half - half * std::cos(a), y = base + side * arc.height * std::sin(a);
    const double wide = std::max(2.0, reach * std::sin(a)) + arc.width * std::fabs(std::cos(a)),
                 tall = std::max(arc.width, arc.height * 0.16 * std::fabs(std::cos(a)));
    placing.take({x - wide / 2, y - tall / 2, wide, tall});
  }
}

void add_labels(const Frame& frame, const std::vector<Arc>& arcs, double line, Placing& placing, Node& node) {
  const TextStyle style = styled(kSmall, Weight::semibold, frame.colour.ink);
  std::size_t forward = 0, back = 0;
  for (const Arc& arc : arcs) {
    std::size_t& done = arc.back() ? back : forward;
    if (done == kLabelsMax) continue;
    if (arc.width < kWidestArc * kLabelledFrom) return;
    const double side = arc.back() ? 1 : -1, apex = line + side * (kNode / 2 + 2 + arc.height);
    const std::string text = say_count(frame, arc.arrow->count);
    const double w = text_width(text, style), h = (kAscent + kDescent) * style.size, middle = (arc.from + arc.to) / 2;
    Box box;
    const double beyond = arc.width / 2 + 2, over = apex - beyond - h, under = apex + beyond, left = middle - w / 2;
    const double first = arc.back() ? under : over, second = arc.back() ? over : under;
    if (!placing.place({{left, first}, {left, second}, {left - 24, first}, {left + 24, first}, {left - 12, second}, {left + 12, second}}, w, h, box))
      continue;
    TextStyle own = style;
    own.colour = arc.back() ? frame.colour.quiet.deep : arc.column->tone.deep;
    node.add(text_at(text, box.x, box.y + kAscent * style.size, own));
    ++done;
  }
}

}  // namespace

std::optional<LaneBody> moves_lane(const Frame& frame) {
  if (!frame.measured()) return std::nullopt;
  const std::vector<Arc> arcs = drawn_arcs(frame);
  if (arcs.empty()) return std::nullopt;
  double above = 0, below = 0;
  for (const Arc& arc : arcs) (arc.back() ? below : above) = std::max(arc.back() ? below : above, arc.height + arc.width / 2 + 15);
  const double line = above + kNode / 2 + 2;
  LaneBody body;
  body.height = line + kNode / 2 + (below > 0 ? below + 2 : 0);
  Node& node = body.node;
  Placing placing(frame.columns.front().x, frame.columns.back().right(), 0, body.height);
  for (const Arc& arc : arcs) node.add(arc_node(frame, arc, line)), take_arc(arc, line, placing);
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      const double x = frame.touchpoint_x.at(touchpoint.id);
      placing.take({x - kNode / 2, line - kNode / 2, kNode, kNode});
      Node sign = group({}, "stop");
      sign.add(rect({x - kNode / 2 - 1, line - kNode / 2 - 1, kNode + 2, kNode + 2}, frame.colour.paper, {}, kNode / 2 + 1));
      sign.add(starter_sign(frame, touchpoint.starts, frame.channel(touchpoint.channel).icon, column.tone, x - kNode / 2, line - kNode / 2, kNode));
      sign.title = frame.say(touchpoint.name);
      node.add(std::move(sign));
    }
  add_labels(frame, arcs, line, placing, node);
  return body;
}

}  // namespace parcours
