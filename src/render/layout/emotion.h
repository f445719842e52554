// The parts of the emotion lane.
#pragma once

#include "render/layout/frame.h"
#include "render/layout/placing.h"

namespace parcours {

// One line: of one persona (or everyone), measured, or as the author wrote it (reported and assumed in one).
struct EmotionCurve {
  std::string persona;
  bool measured = false;
  std::size_t marker = 0;                   // form of its points: 0 disc (everyone), else the persona's
  std::vector<const EmotionPoint*> points;  // from left to right
  std::vector<std::array<double, 2>> at;    // where they stand
};

struct EmotionScale {
  double top = 0, height = 0;
  double y(double value) const { return top + height * (2 - value) / 4; }
};

std::vector<EmotionCurve> emotion_curves(const Frame& frame, const EmotionScale& scale);
// The same of other points than the frame's map has. REQUIRES: `points` outlives the curves
std::vector<EmotionCurve> curves_through(const Frame& frame, const EmotionScale& scale, const std::vector<EmotionPoint>& points);
Node authored_line(const EmotionCurve& curve, Colour colour);
Node curve_node(const Frame& frame, const EmotionCurve& curve, const EmotionScale& scale);
Node marker_node(const Frame& frame, const EmotionCurve& curve, double x, double y, Truth truth, bool worst, bool weak);
Stroke truth_stroke(Truth truth, Colour colour);  // solid, dotted, dashed: the same everywhere
Colour curve_colour(const Frame& frame, const EmotionCurve& curve);
void take_curve(const EmotionCurve& curve, const EmotionScale& scale, Placing& placing);  // with its band
// Whose line it is where each ends, and scores where there is room.
Node emotion_words(const Frame& frame, const std::vector<EmotionCurve>& curves, Placing& placing);

// What they say where they feel worst and best, in rows above and below the curves: chosen by value, in every language the same.
struct EmotionQuotes {
  Node above, below;  // from y = 0 down, with their boxes
  Node leaders;       // from the points to them
};
// `top` and `bottom`: where the row above ends and the row below begins.
EmotionQuotes emotion_quotes(const Frame& frame, const std::vector<EmotionCurve>& curves, double top, double bottom);

}  // namespace parcours
