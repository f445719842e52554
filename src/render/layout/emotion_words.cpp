#include <algorithm>

#include "render/layout/emotion.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kScoresMax = 6;
constexpr double kNameWidth = 150;

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

// The persona's name where the line ends; its mark is in the key in any case.
void add_name_at_end(const Frame& frame, const EmotionCurve& curve, Placing& placing, Node& node) {
  if (curve.marker == 0 || curve.at.empty()) return;
  const TextStyle style = styled(kSmall, Weight::semibold, curve_colour(frame, curve));
  Node words = text_block(say_persona(frame, curve.persona), 0, 0, kNameWidth, style, 1);
  const double w = words.box.w, h = words.box.h, x = curve.at.back()[0], y = curve.at.back()[1], left = frame.columns.back().right() - w;
  std::vector<std::array<double, 2>> corners = {{x + 12, y - h / 2}};
  for (double away = 8; away <= 40; away += 8)
    for (const double from : {std::min(x - 6, left), left, x - 8 - w}) corners.push_back({from, y - away - h}), corners.push_back({from, y + away});
  Box box;
  if (!placing.place(corners, w, h, box)) return;
  words.classes = "curve-name";
  shift(words, box.x - words.box.x, box.y - words.box.y);
  node.add(std::move(words));
}

}  // namespace

Node emotion_words(const Frame& frame, const std::vector<EmotionCurve>& curves, Placing& placing) {
  Node node = group({}, "words");
  if (curves.empty()) return node;
  for (auto curve = curves.begin(); curve != curves.end(); ++curve) {
    const auto same = [&](const EmotionCurve& other) { return other.persona == curve->persona; };
    if (std::none_of(curve + 1, curves.end(), same)) add_name_at_end(frame, *curve, placing, node);
  }
  const EmotionCurve& main = curves.back();  // a measured one when there is any
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
