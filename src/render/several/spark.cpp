#include <algorithm>

#include "base/number.h"
#include "render/layout/emotion.h"
#include "render/several/parts.h"

namespace parcours {
namespace {

constexpr double kStrip = 7, kAbove = 6;  // the strip of stages, and the air between it and the curve

// Touchpoints side by side, all as wide, from `left` to `right`.
void spread(Frame& frame, double width) {
  double count = 0;
  for (const Column& column : frame.columns) count += static_cast<double>(std::max<std::size_t>(1, column.stage->touchpoints.size()));
  const double unit = count > 0 ? width / count : width;
  frame.touchpoint_x.clear();
  double x = 0;
  for (Column& column : frame.columns) {
    column.x = x;
    for (const Touchpoint& touchpoint : column.stage->touchpoints) frame.touchpoint_x[touchpoint.id] = x + unit / 2, x += unit;
    if (column.stage->touchpoints.empty()) x += unit;
    column.w = x - column.x;
  }
}

std::vector<EmotionCurve> curves_of(const Frame& frame, const EmotionScale& scale, const std::string& persona) {
  std::vector<EmotionCurve> curves = emotion_curves(frame, scale);
  std::erase_if(curves, [&](const EmotionCurve& curve) { return !persona.empty() && !curve.persona.empty() && curve.persona != persona; });
  return curves;
}

Node strip(const Frame& frame, double y) {
  Node node = group();
  for (const Column& column : frame.columns) {
    const double gap = column.w > 6 ? 2 : 0;
    Node part = rect({column.x, y, std::max(1.0, column.w - gap), kStrip}, column.tone.deep.faded(0.45), column.tone.edge(), 2);
    part.title = frame.say(column.stage->name);
    node.add(std::move(part));
  }
  return node;
}

}  // namespace

bool has_emotions(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  return !emotion_curves(frame, {0, 1}).empty();
}

Node emotion_spark(const MeasuredMap& map, const DrawOptions& options, const SparkLook& look) {
  Frame frame = make_frame(map, options);
  spread(frame, look.width);
  const EmotionScale scale{5, look.height - kStrip - kAbove - 10};
  Node node = group({}, "spark");
  node.add(hairline(0, scale.y(0), look.width, scale.y(0), frame.colour.line));
  for (const EmotionCurve& curve : curves_of(frame, scale, look.persona)) {
    node.add(curve_node(frame, curve, scale));
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
      const EmotionPoint& point = *curve.points[i];
      const bool worst = curve.measured && point.touchpoint == map.worst_touchpoint;
      if (worst || curve.points.size() == 1)
        node.add(marker_node(frame, curve, curve.at[i][0], curve.at[i][1], point.truth, worst, point.n < kWeakBelow && curve.measured));
    }
  }
  node.add(strip(frame, look.height - kStrip));
  node.box = {0, 0, look.width, look.height};
  return node;
}

Node five_columns(const Frame& frame, const FiveScores& scores, double width) {
  constexpr double kTall = 36, kTop = 15;
  Node node = group({}, "five-tests");
  const double step = width / 5, bar = std::min(20.0, step - 8);
  const TextStyle soft = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double x = static_cast<double>(i) * step + step / 2;
    const bool failing = scores[i] && *scores[i] < kFailingBelow;
    const double tall = scores[i] ? kTall * *scores[i] / 100 : 0;
    node.add(hairline(x - bar / 2, kTop + kTall, x + bar / 2, kTop + kTall, frame.colour.ink_faint));
    if (tall > 0) node.add(rect({x - bar / 2, kTop + kTall - tall, bar, tall}, failing ? frame.colour.loss_mark : frame.colour.quiet_mark, {}, 2));
    const TextStyle number = styled(kSmall, Weight::semibold, failing ? frame.colour.loss.deep : frame.colour.ink);
    node.add(text_at(scores[i] ? show_count(*scores[i], frame.lang) : "–", x, kTop + kTall - tall - 4, number, 0.5));
    node.add(text_at("C" + std::to_string(i + 1), x, kTop + kTall + 14, soft, 0.5));
  }
  node.box = {0, 0, width, kTop + kTall + 18};
  return node;
}

std::vector<std::pair<std::string, std::string>> five_tests(const Frame& frame) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const char* code : {"C1", "C2", "C3", "C4", "C5"}) out.emplace_back(code, frame.say(text("check.test." + std::string(code), frame.lang)));
  return out;
}

}  // namespace parcours
