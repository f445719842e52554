#include <algorithm>

#include "base/number.h"
#include "render/changes.h"
#include "render/layout/emotion.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

constexpr double kCurveTop = 32, kBelow = 24;
constexpr double kFace = 18;
constexpr double kNumberHeight = 15;
constexpr double kQuotesUnder = 4;  // from the quotes to where the curves' room begins

Node faces_and_lines(const Frame& frame, const EmotionScale& scale) {
  Node node = group();
  const double left = frame.columns.front().x, right = frame.columns.back().right();
  struct Level {
    double value;
    std::string_view face;
    Colour colour;
    bool main;
  };
  const Level levels[] = {
      {2, "smile", frame.colour.good.deep, false}, {0, "meh", frame.colour.ink_soft, true}, {-2, "frown", frame.colour.loss.deep, false}};
  for (const Level& level : levels) {
    const double y = scale.y(level.value);
    node.add(hairline(left, y, right, y, level.main ? frame.colour.line : frame.colour.line_soft));
    node.add(icon(level.face, left - kFace - 8, y - kFace / 2, kFace, level.colour, 1.3));
  }
  return node;
}

Node points_node(const Frame& frame, const EmotionCurve& curve) {
  Node node = group({}, "points");
  for (std::size_t i = 0; i < curve.points.size(); ++i) {
    const EmotionPoint& point = *curve.points[i];
    const bool worst = curve.measured && point.touchpoint == frame.map.worst_touchpoint;
    Node mark = group("emotion-" + point.touchpoint + (curve.measured ? "" : "-authored") + (curve.persona.empty() ? "" : "-" + curve.persona),
                      "emotion-point");
    mark.add(marker_node(frame, curve, curve.at[i][0], curve.at[i][1], point.truth, worst, curve.measured && point.n < kWeakBelow));
    const LocalText name = frame.map.map.touchpoint(point.touchpoint)->name;
    const Arg value = (point.value > 0 ? "+" : "") + show_number(point.value, frame.lang);
    const Arg truth = nested(truth_words(point.truth));
    mark.title = curve.persona.empty()
                     ? frame.say(msg("render.emotion.point", {{"name", name}, {"value", value}, {"truth", truth}}))
                     : frame.say(msg("render.emotion.point_of",
                                     {{"name", name}, {"persona", say_persona(frame, curve.persona)}, {"value", value}, {"truth", truth}}));
    node.add(std::move(mark));
  }
  return node;
}

// What the strokes of this lane mean, beside them.
void add_strokes(const Frame& frame, const std::vector<EmotionCurve>& curves, LaneBody& body) {
  bool used[3] = {};
  for (const EmotionCurve& curve : curves)
    for (const EmotionPoint* point : curve.points) used[static_cast<int>(point->truth)] = true;
  double y = body.gutter_height;
  for (const Truth truth : {Truth::measured, Truth::reported, Truth::assumed}) {
    if (!used[static_cast<int>(truth)]) continue;
    Node key = group({}, "stroke-key");
    Path path;
    path.move(0, y + 8).line(24, y + 8);
    key.add(shape(std::move(path), {}, truth_stroke(truth, truth == Truth::measured ? frame.colour.measured : frame.colour.ink_soft)));
    key.add(text_at(frame.say(truth_words(truth)), 32, y + 12, styled(kSmall, Weight::regular, frame.colour.ink_soft)));
    y += 17;
    body.gutter.push_back(std::move(key));
  }
  body.gutter_height = y;
}

// Whose line is whose, under the lane's name: its mark and the persona.
void add_key(const Frame& frame, const std::vector<EmotionCurve>& curves, LaneBody& body) {
  double y = 0;
  std::vector<std::string> named;
  for (const EmotionCurve& curve : curves) {
    if (curve.persona.empty() || std::find(named.begin(), named.end(), curve.persona) != named.end()) continue;
    named.push_back(curve.persona);
    Node key = group({}, "persona-key");
    key.add(marker_node(frame, curve, 6, y + 8, Truth::reported, false, false));
    key.add(text_block(say_persona(frame, curve.persona), 18, y, kGutter - 52, styled(kSmall, Weight::semibold, curve_colour(frame, curve)), 2));
    y += std::max(16.0, key.children.back().box.h) + 3;
    body.gutter.push_back(std::move(key));
  }
  body.gutter_height = y;
}

// How it was felt on the map this one is compared with: faint, below the curves.
void draw_before(const Frame& frame, const EmotionScale& scale, Node& node) {
  for (const EmotionCurve& curve : curves_through(frame, scale, frame.options.changes->emotions)) {
    Node before = group({}, "curve before");
    if (curve.points.size() > 1) before.add(authored_line(curve, frame.colour.ink_faint));
    for (const auto& [x, y] : curve.at) before.add(shape(Path::circle(x, y, 2.4), frame.colour.ink_faint));
    node.add(std::move(before));
  }
}

void add_before_key(const Frame& frame, LaneBody& body) {
  Node key = group({}, "stroke-key");
  const double y = body.gutter_height;
  Path path;
  path.move(0, y + 8).line(24, y + 8);
  key.add(shape(std::move(path), {}, truth_stroke(Truth::assumed, frame.colour.ink_faint)));
  key.add(shape(Path::circle(12, y + 8, 2.4), frame.colour.ink_faint));
  key.add(text_at(frame.say(msg("render.change.before")), 32, y + 12, styled(kSmall, Weight::regular, frame.colour.ink_soft)));
  body.gutter.push_back(std::move(key));
  body.gutter_height = y + 17;
}

// The numbers of the cards, under the curve, wherever two do not touch.
Node numbers_node(const Frame& frame, double y, Placing& placing) {
  Node node = group({}, "touchpoint-numbers");
  const TextStyle style = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      const auto number = frame.touchpoint_number.find(touchpoint.id);
      if (number == frame.touchpoint_number.end()) continue;
      const std::string text = std::to_string(number->second);
      const double w = text_width(text, style), x = frame.touchpoint_x.find(touchpoint.id)->second - w / 2;
      Box box;
      if (placing.place({{x, y}}, w + 4, kNumberHeight, box)) node.add(text_at(text, x, y + 11, style));
    }
  return node;
}

}  // namespace

std::optional<LaneBody> emotion_lane(const Frame& frame) {
  const EmotionScale scale{kCurveTop, frame.curve_height};
  const std::vector<EmotionCurve> curves = emotion_curves(frame, scale);
  if (curves.empty()) return std::nullopt;
  LaneBody body;
  const double bottom = kCurveTop + scale.height + kBelow;
  const bool numbered = !frame.touchpoint_number.empty();
  EmotionQuotes quotes = emotion_quotes(frame, curves, kQuotesUnder, numbered ? bottom - kNumberHeight - 2 : bottom);
  const double above = quotes.above.box.h;
  body.node.add(faces_and_lines(frame, scale));
  const bool compared = frame.options.changes && !frame.options.changes->emotions.empty();
  if (compared) draw_before(frame, scale, body.node);
  Placing placing(frame.columns.front().x, frame.columns.back().right(), 0, bottom);
  for (const Node& leader : quotes.leaders.children) placing.take({leader.box.x - 3, leader.box.y, 6, leader.box.h});
  body.node.add(std::move(quotes.leaders));
  Node numbers = numbers_node(frame, bottom - kNumberHeight, placing);
  for (const EmotionCurve& curve : curves) {
    take_curve(curve, scale, placing);
    for (const auto& [x, y] : curve.at) placing.take({x - 6, y - 6, 12, 12});
    body.node.add(curve_node(frame, curve, scale));
  }
  for (const EmotionCurve& curve : curves) body.node.add(points_node(frame, curve));
  body.node.add(emotion_words(frame, curves, placing));
  body.node.add(std::move(numbers));
  shift(body.node, 0, above);
  body.height = above + bottom + quotes.below.box.h;
  body.node.add(std::move(quotes.above));
  shift(quotes.below, 0, above + bottom);
  body.node.add(std::move(quotes.below));
  add_key(frame, curves, body);
  add_strokes(frame, curves, body);
  if (compared) add_before_key(frame, body);
  return body;
}

}  // namespace parcours
