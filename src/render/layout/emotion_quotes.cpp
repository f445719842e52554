// What customers say where they feel worst, below the curves, and best, above them: each with its touchpoint, its value and a line to its point.
#include <algorithm>

#include "base/number.h"
#include "render/layout/card.h"
#include "render/layout/emotion.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kQuoteWidth = 230, kQuoteGap = 22;
constexpr double kQuoteRoom = 8;  // between the row and the curves
constexpr int kQuoteLines = 2;
constexpr std::size_t kQuotesMax = 2;  // in a row
constexpr double kWideShare = 1100;    // of a wide picture, for one more

struct Spoken {
  const EmotionPoint* point = nullptr;
  const Touchpoint* touchpoint = nullptr;
  const CustomerWords* words = nullptr;
  std::array<double, 2> at = {};
};

// What the persona of a point says there, or everyone; at a point of everyone's, whatever is said. Nothing: others alone speak.
const CustomerWords* words_at(const Touchpoint& touchpoint, const std::string& persona) {
  const auto own = std::find_if(touchpoint.says.begin(), touchpoint.says.end(),
                                [&](const CustomerWords& words) { return persona.empty() || words.by.empty() || words.by == persona; });
  return own == touchpoint.says.end() ? nullptr : &*own;
}

// The lowest (highest) point of each touchpoint where something is said; the lowest first, and from left to right among equals.
std::vector<Spoken> spoken_points(const Frame& frame, const std::vector<EmotionCurve>& curves, bool low) {
  const bool measured = std::any_of(curves.begin(), curves.end(), [](const EmotionCurve& curve) { return curve.measured; });
  std::vector<Spoken> out;
  for (const EmotionCurve& curve : curves)
    for (std::size_t i = 0; i < curve.points.size() && curve.measured == measured; ++i) {
      const EmotionPoint& point = *curve.points[i];
      const Touchpoint* touchpoint = frame.map.map.touchpoint(point.touchpoint);
      const CustomerWords* words = touchpoint ? words_at(*touchpoint, point.persona) : nullptr;
      if (!words || (low ? point.value >= 0 : point.value <= 0)) continue;
      const auto known = std::find_if(out.begin(), out.end(), [&](const Spoken& other) { return other.touchpoint == touchpoint; });
      if (known == out.end()) out.push_back({&point, touchpoint, words, curve.at[i]});
      else if (low ? point.value < known->point->value : point.value > known->point->value) *known = {&point, touchpoint, words, curve.at[i]};
    }
  std::sort(out.begin(), out.end(), [low](const Spoken& a, const Spoken& b) {
    if (a.point->value != b.point->value) return low ? a.point->value < b.point->value : a.point->value > b.point->value;
    return a.at[0] < b.at[0];
  });
  return out;
}

// Where a quote begins: under its point as far as the columns allow.
double left_of(const Frame& frame, const Spoken& spoken) {
  const double least = frame.columns.front().x, most = frame.columns.back().right() - kQuoteWidth;
  return std::clamp(spoken.at[0] - kQuoteWidth / 2, least, std::max(least, most));
}

// As many as stand beside each other; their places do not depend on the words, so both languages show the same.
std::vector<Spoken> chosen(const Frame& frame, const std::vector<Spoken>& all) {
  const std::size_t most = std::max(kQuotesMax, frame.wide ? static_cast<std::size_t>(frame.width / kWideShare) : 0);
  std::vector<Spoken> out;
  for (const Spoken& one : all) {
    const double x = left_of(frame, one);
    const bool free = std::all_of(out.begin(), out.end(), [&](const Spoken& other) {
      return x + kQuoteWidth + kQuoteGap <= left_of(frame, other) || left_of(frame, other) + kQuoteWidth + kQuoteGap <= x;
    });
    if (free && out.size() < most) out.push_back(one);
  }
  return out;
}

Node quote_node(const Frame& frame, const Spoken& spoken, bool low) {
  const Colour colour = low ? frame.colour.loss.deep : frame.colour.ink;
  const std::string value = (spoken.point->value > 0 ? "+" : "") + show_number(spoken.point->value, frame.lang);
  const LocalText& name = spoken.touchpoint->name;
  const std::string head = value + " · " + frame.say(name.empty() ? LocalText{spoken.touchpoint->id, {}, {}} : name);
  const double x = left_of(frame, spoken);
  Node node = group("quote-" + spoken.touchpoint->id, low ? "emotion-quote low" : "emotion-quote high");
  node.add(text_block(head, x, 0, kQuoteWidth, styled(kSmall, Weight::semibold, colour), 1));
  node.add(text_block(say_words(frame, *spoken.words, true), x, node.box.bottom(), kQuoteWidth, slanted(kSmall, colour), kQuoteLines));
  return node;
}

Node row_of_quotes(const Frame& frame, const std::vector<Spoken>& all, bool low) {
  Node row = group();
  double tallest = 0;
  std::vector<Node> quotes;
  for (const Spoken& spoken : all) quotes.push_back(quote_node(frame, spoken, low)), tallest = std::max(tallest, quotes.back().box.bottom());
  for (Node& quote : quotes) {
    if (!low) shift(quote, 0, tallest - quote.box.bottom());  // they stand on the curves
    row.add(std::move(quote));
  }
  return sized(std::move(row), frame.columns.back().right(), quotes.empty() ? 0 : tallest + kQuoteRoom);
}

}  // namespace

EmotionQuotes emotion_quotes(const Frame& frame, const std::vector<EmotionCurve>& curves, double top, double bottom) {
  EmotionQuotes out;
  const std::vector<Spoken> best = chosen(frame, spoken_points(frame, curves, false)), worst = chosen(frame, spoken_points(frame, curves, true));
  out.above = row_of_quotes(frame, best, false), out.below = row_of_quotes(frame, worst, true);
  out.leaders = group({}, "leaders");
  const auto lead = [&](const Spoken& spoken, double from, double to, bool low) {
    if ((to - from) * (low ? 1 : -1) < 2) return;
    Path path;
    path.move(spoken.at[0], from).line(spoken.at[0], to);
    out.leaders.add(shape(std::move(path), {}, {frame.colour.ink_faint, 1, {}, false}));
  };
  for (const Spoken& spoken : best) lead(spoken, spoken.at[1] - 8, top, false);
  for (const Spoken& spoken : worst) lead(spoken, spoken.at[1] + 8, bottom, true);
  return out;
}

}  // namespace parcours
