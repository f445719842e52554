#include <algorithm>

#include "render/layout/emotion.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kScoresMax = 6;
constexpr double kQuoteWidth = 215;  // of a line; two at most, else the quote stays in its own lane

// Above or below the point first, then to its sides.
std::vector<std::array<double, 2>> around(double x, double y, double w, double h, bool above_first) {
  const double over = y - 9 - h, under = y + 9;
  const double first = above_first ? over : under, second = above_first ? under : over;
  return {{x - w / 2, first},  {x + 12, first},         {x - w - 12, first}, {x - w / 2, second},
          {x + 14, y - h / 2}, {x - 14 - w, y - h / 2}, {x + 12, second},    {x - w - 12, second}};
}

void put(const std::string& text, const TextStyle& style, double x, double y, bool above, Placing& placing, Node& node) {
  const double w = text_width(text, style), h = (kAscent + kDescent) * style.size;
  Box box;
  if (placing.place(around(x, y, w, h, above), w, h, box)) node.add(text_at(text, box.x, box.y + kAscent * style.size, style));
}

struct Extreme {
  const EmotionPoint* point = nullptr;
  std::array<double, 2> at = {};
};

Extreme extreme(const EmotionCurve& curve, bool worst) {
  Extreme out;
  for (std::size_t i = 0; i < curve.points.size(); ++i)
    if (!out.point || (worst ? curve.points[i]->value < out.point->value : curve.points[i]->value > out.point->value))
      out = {curve.points[i], curve.at[i]};
  return out;
}

void add_quote(const Frame& frame, const Extreme& where, bool worst, Placing& placing, Node& node) {
  const Touchpoint* touchpoint = where.point ? frame.map.map.touchpoint(where.point->touchpoint) : nullptr;
  if (!touchpoint || touchpoint->says.empty()) return;
  const TextStyle style = slanted(kSmall, worst ? frame.colour.loss.deep : frame.colour.ink);
  const std::string quoted = say_quote(frame, touchpoint->says.front());
  Node words = text_block(quoted, 0, 0, kQuoteWidth, style, 2);
  if (!words.title.empty()) return;  // cut
  Box box;
  if (!placing.place(around(where.at[0], where.at[1], words.box.w, words.box.h, !worst), words.box.w, words.box.h, box)) return;
  shift(words, box.x - words.box.x, box.y - words.box.y);
  node.add(std::move(words));
}

}  // namespace

Node emotion_words(const Frame& frame, const std::vector<EmotionCurve>& curves, Placing& placing) {
  Node node = group({}, "words");
  if (curves.empty()) return node;
  const EmotionCurve& main = curves.back();  // a measured one when there is any
  const Extreme worst = extreme(main, true), best = extreme(main, false);
  if (worst.point && best.point && worst.point->value < best.point->value) {
    add_quote(frame, worst, true, placing, node);
    add_quote(frame, best, false, placing, node);
  }
  if (!main.measured) return node;
  std::size_t done = 0;
  for (std::size_t i = 0; i < main.points.size() && done < kScoresMax; ++i) {
    const TouchpointFigures* figures = frame.map.touchpoint(main.points[i]->touchpoint);
    const std::string text = figures && figures->score ? say_score(frame, *figures->score) : "";
    if (text.empty()) continue;
    put(text, styled(kSmall, Weight::regular, frame.colour.ink_soft), main.at[i][0], main.at[i][1], main.points[i]->value > 0, placing, node);
    ++done;
  }
  return node;
}

}  // namespace parcours
