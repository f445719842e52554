#include <algorithm>

#include "base/number.h"
#include "render/layout/emotion.h"
#include "render/layout/lane.h"
#include "render/several/parts.h"

namespace parcours {
namespace {

constexpr double kStrip = 7, kAbove = 6;  // the strip of stages, and the air between it and the curve

// Touchpoints side by side, all as wide; or the stages all as wide, whatever they hold.
void spread(Frame& frame, double width, bool by_stage) {
  double count = 0;
  for (const Column& column : frame.columns) count += static_cast<double>(std::max<std::size_t>(1, column.stage->touchpoints.size()));
  const double each = frame.columns.empty() ? width : width / static_cast<double>(frame.columns.size());
  frame.touchpoint_x.clear();
  double x = 0;
  for (Column& column : frame.columns) {
    const auto here = static_cast<double>(std::max<std::size_t>(1, column.stage->touchpoints.size()));
    const double unit = by_stage ? each / here : width / count;
    column.x = x, column.w = unit * here;
    for (std::size_t i = 0; i < column.stage->touchpoints.size(); ++i)
      frame.touchpoint_x[column.stage->touchpoints[i].id] = x + unit * (static_cast<double>(i) + 0.5);
    x += column.w;
  }
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

// The same with names; as tall as the tallest of them.
Node named_strip(const Frame& frame, double y) {
  Node node = group();
  const TextStyle style = styled(kSmall, Weight::semibold, {});
  const auto text_of = [&](const Column& column) {
    TextStyle own = style;
    own.colour = column.tone.deep;
    const std::string name = frame.say(column.stage->name.empty() ? LocalText{column.stage->id, {}, {}} : column.stage->name);
    return text_block(name, column.x + 7, y + 5, std::max(20.0, column.w - 16), own, 3);
  };
  double tall = 0;
  for (const Column& column : frame.columns) tall = std::max(tall, text_of(column).box.h + 10);
  for (const Column& column : frame.columns) {
    node.add(rect({column.x, y, std::max(1.0, column.w - 3), tall}, column.tone.tint, column.tone.edge(), 5));
    node.add(text_of(column));
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
  spread(frame, look.width, look.named);
  const double curve = look.named ? look.height : look.height - kStrip - kAbove;
  const EmotionScale scale{5, curve - 10};
  Node node = group({}, "spark");
  node.add(hairline(0, scale.y(0), look.width, scale.y(0), frame.colour.line));
  for (const EmotionCurve& line : emotion_curves(frame, scale)) {
    node.add(curve_node(frame, line, scale));
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const EmotionPoint& point = *line.points[i];
      const bool worst = line.measured && point.touchpoint == map.worst_touchpoint;
      if (worst || line.points.size() == 1)
        node.add(marker_node(frame, line, line.at[i][0], line.at[i][1], point.truth, worst, point.n < kWeakBelow && line.measured));
    }
  }
  node.add(look.named ? named_strip(frame, curve + kAbove) : strip(frame, look.height - kStrip));
  node.box = {0, 0, look.width, std::max(look.height, node.box.bottom())};
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

Node tests_legend(const Frame& page) {
  Node node = legend(page, {});
  std::string names;
  for (const auto& [code, name] : five_tests(page)) names += (names.empty() ? "" : " · ") + code + " " + name;
  node.add(text_block(names, kMargin + kGutter, node.box.bottom() + 6, page.right() - kMargin - kGutter,
                      styled(kSmall, Weight::regular, page.colour.ink_soft), 3));
  return node;
}

}  // namespace parcours
