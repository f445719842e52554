#include <algorithm>
#include <cmath>

#include "render/layout/emotion.h"
#include "render/layout/portrait.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

// 0: everyone, and the only persona there is; else its place among the personas, from 1.
std::size_t marker_of(const Frame& frame, const std::string& persona) {
  if (persona.empty() || frame.map.personas.size() < 2) return 0;
  for (std::size_t i = 0; i < frame.map.personas.size(); ++i)
    if (frame.map.personas[i].id == persona) return i + 1;
  return frame.map.personas.size() + 1;
}

// Where the interval is not known the band is as thin as the line.
void band_edges(const EmotionCurve& curve, const EmotionScale& scale, std::vector<std::array<double, 2>>& low,
                std::vector<std::array<double, 2>>& high) {
  for (std::size_t i = 0; i < curve.points.size(); ++i) {
    const EmotionPoint& point = *curve.points[i];
    const bool known = point.low && point.high && !std::isnan(*point.low) && !std::isnan(*point.high);
    high.push_back({curve.at[i][0], scale.y(known ? std::min(2.0, *point.high) : point.value) - 2.2});
    low.push_back({curve.at[i][0], scale.y(known ? std::max(-2.0, *point.low) : point.value) + 2.2});
  }
}

// The band between low and high, as smooth as the line.
Node band(const EmotionCurve& curve, const EmotionScale& scale, Colour colour) {
  std::vector<std::array<double, 2>> low, high;
  band_edges(curve, scale, low, high);
  Path path = smooth_curve(high);
  const Path under = smooth_curve(low);
  path.line(low.back()[0], low.back()[1]);
  for (std::size_t i = under.steps().size(); i-- > 1;) {
    const auto& at = under.steps()[i].at;
    path.curve(at[2], at[3], at[0], at[1], low[i - 1][0], low[i - 1][1]);
  }
  path.close();
  return shape(std::move(path), colour.faded(0.15));
}

}  // namespace

// The author's line changes its stroke as it goes: dotted from one reported point to the next, dashed wherever one is assumed.
Node authored_line(const EmotionCurve& curve, Colour colour) {
  Node node = group();
  const auto steps = smooth_curve(curve.at).steps();
  std::size_t i = 1;
  while (i < steps.size()) {
    const auto truth_of = [&](std::size_t k) {
      return curve.points[k]->truth == Truth::reported && curve.points[k - 1]->truth == Truth::reported ? Truth::reported : Truth::assumed;
    };
    const Truth truth = truth_of(i);
    Path path;
    path.move(curve.at[i - 1][0], curve.at[i - 1][1]);
    for (; i < steps.size() && truth_of(i) == truth; ++i)
      path.curve(steps[i].at[0], steps[i].at[1], steps[i].at[2], steps[i].at[3], steps[i].at[4], steps[i].at[5]);
    Node line = shape(std::move(path), {}, truth_stroke(truth, colour));
    line.classes = truth == Truth::reported ? "reported" : "assumed";
    node.add(std::move(line));
  }
  return node;
}

Stroke truth_stroke(Truth truth, Colour colour) {
  switch (truth) {
    case Truth::measured: return {colour, 2.2, {}, true};
    case Truth::reported: return {colour, 1.8, {0.1, 4.4}, true};
    case Truth::assumed: break;
  }
  return {colour, 1.5, {6, 4.5}, false};
}

std::vector<EmotionCurve> emotion_curves(const Frame& frame, const EmotionScale& scale) { return curves_through(frame, scale, frame.map.emotions); }

std::vector<EmotionCurve> curves_through(const Frame& frame, const EmotionScale& scale, const std::vector<EmotionPoint>& points) {
  std::vector<EmotionCurve> curves;
  for (const EmotionPoint& point : points) {
    if (!frame.touchpoint_x.count(point.touchpoint) || (point.truth == Truth::measured && point.n < kWithheldBelow)) continue;
    const bool measured = point.truth == Truth::measured;
    auto curve =
        std::find_if(curves.begin(), curves.end(), [&](const EmotionCurve& c) { return c.persona == point.persona && c.measured == measured; });
    if (curve == curves.end()) curves.push_back({point.persona, measured, 0, {}, {}}), curve = curves.end() - 1;
    const double x = frame.touchpoint_x.find(point.touchpoint)->second;
    if (!curve->at.empty() && curve->at.back()[0] >= x) continue;  // a second statement at one touchpoint: the first one holds
    curve->points.push_back(&point);
    curve->at.push_back({x, scale.y(std::clamp(point.value, -2.0, 2.0))});
  }
  for (EmotionCurve& curve : curves) curve.marker = marker_of(frame, curve.persona);
  std::stable_sort(curves.begin(), curves.end(), [](const EmotionCurve& a, const EmotionCurve& b) { return a.measured < b.measured; });
  return curves;
}

// A persona's line has the tone of the card at the head.
Colour curve_colour(const Frame& frame, const EmotionCurve& curve) {
  if (curve.marker > 0) return persona_tone(frame, curve.marker - 1).deep;
  return curve.measured ? frame.colour.measured : frame.colour.ink_soft;
}

Node marker_node(const Frame& frame, const EmotionCurve& curve, double x, double y, Truth truth, bool worst, bool weak) {
  const Colour colour = curve_colour(frame, curve);
  const double r = truth == Truth::measured ? 5 : 3.6;
  const Paint fill = worst ? Paint(frame.colour.loss_mark) : truth == Truth::reported ? Paint(colour) : Paint(frame.colour.paper);
  Stroke line{worst ? frame.colour.loss_mark : colour, truth == Truth::measured ? 2 : 1.4, weak ? std::vector<double>{2, 2} : std::vector<double>{},
              false};
  switch (curve.marker == 0 ? 0 : (curve.marker - 1) % 5 + 1) {
    case 1: return rect({x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r}, fill, line, 1);
    case 2: return shape(Path::polygon({{x, y - r * 1.2}, {x + r * 1.15, y + r * 0.85}, {x - r * 1.15, y + r * 0.85}}), fill, line);
    case 3: return shape(Path::polygon({{x, y + r * 1.2}, {x + r * 1.15, y - r * 0.85}, {x - r * 1.15, y - r * 0.85}}), fill, line);
    case 4:
      return shape(
          Path::polygon({{x - r * 1.2, y}, {x - r * 0.6, y - r}, {x + r * 0.6, y - r}, {x + r * 1.2, y}, {x + r * 0.6, y + r}, {x - r * 0.6, y + r}}),
          fill, line);
    case 5: return rect({x - r * 1.35, y - r * 0.6, 2.7 * r, 1.2 * r}, fill, line, 1);
    default: return shape(Path::circle(x, y, r), fill, line);
  }
}

void take_curve(const EmotionCurve& curve, const EmotionScale& scale, Placing& placing) {
  if (!curve.measured) return placing.take_curve(curve.at, 5);
  std::vector<std::array<double, 2>> low, high;
  band_edges(curve, scale, low, high);
  placing.take_band(high, low);
}

Node curve_node(const Frame& frame, const EmotionCurve& curve, const EmotionScale& scale) {
  const Colour colour = curve_colour(frame, curve);
  Node node = group({}, curve.measured ? "curve measured" : "curve authored");
  if (curve.points.size() > 1) {
    if (curve.measured) {
      node.add(band(curve, scale, colour));
      node.add(shape(smooth_curve(curve.at), {}, truth_stroke(Truth::measured, colour)));
    } else {
      node.add(authored_line(curve, colour));
    }
  }
  return node;
}

}  // namespace parcours
