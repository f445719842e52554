// The river: its width is the journeys still under way, exactly and on one scale; the leaks are those lost, at their place.
#include <algorithm>
#include <cmath>

#include "questions/statistics.h"
#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/river.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kBend = 9;                            // inner radius of a leak
constexpr double kLeakWords = 130;                     // wide; they may stand a little under the next stage
constexpr double kCountInside = 21;                    // from this width on the count stands inside the band
constexpr double kLaterInside = 50, kLaterWords = 60;  // from this width and with this room on, who begins later is said beside it

double leak_end(const Frame& frame) { return kRiverTop + frame.river_widest + frame.river_fall; }

// Where a leak of this stage leaves the band: so that its fall ends just before the next stage.
double leaves_at(const RiverReach& reach, double scale) {
  const double width = static_cast<double>(reach.lost + reach.open) * scale;
  return reach.right - kBend - width - (reach.is_last ? std::max(12.0, (kLeakWords - width) / 2) : 12);
}

// From the band's lower part [top, bottom] at x, round the bend and down to `end`.
Path leak_path(double x, double top, double bottom, double inner, double end) {
  const double width = bottom - top, outer = inner + width;
  Path path;
  path.move(x, top).corner(x + outer, top + outer, true).line(x + outer, std::max(top + outer, end));
  path.line(x + inner, std::max(top + outer, end)).line(x + inner, bottom + inner).corner(x, bottom, false).close();
  return path;
}

Path band_path(const std::vector<RiverReach>& reaches, double scale) {
  Path path;
  path.move(reaches.front().left, kRiverTop).line(reaches.back().right, kRiverTop);
  for (auto reach = reaches.rbegin(); reach != reaches.rend(); ++reach) {
    const double x = reach->lost + reach->open > 0 ? leaves_at(*reach, scale) : reach->right;
    path.line(reach->right, kRiverTop + static_cast<double>(reach->out) * scale);
    path.line(x, kRiverTop + static_cast<double>(reach->out) * scale).line(x, kRiverTop + static_cast<double>(reach->in) * scale);
    path.line(reach->left, kRiverTop + static_cast<double>(reach->in) * scale);
  }
  path.close();
  return path;
}

Paint band_paint(const Frame& frame, const std::vector<RiverReach>& reaches) {
  const double left = reaches.front().left, right = reaches.back().right;
  std::vector<ColourStop> stops;
  // A stage keeps its own colour; only around the border with the next do the two blend.
  for (const RiverReach& reach : reaches) {
    const double blend = (reach.right - reach.left) * 0.2;
    const Colour colour = frame.colour.river[reach.column->index % frame.colour.river.size()];
    stops.push_back({(reach.left + blend - left) / (right - left), colour});
    stops.push_back({(reach.right - blend - left) / (right - left), colour});
  }
  return Paint::linear(left, kRiverTop, right, kRiverTop, std::move(stops));
}

// Where the band is pale its edge says where it ends.
Stroke band_edge(const Frame& frame) {
  const bool pale = frame.colour.on_river == frame.colour.ink;
  return pale ? Stroke{frame.colour.ink_soft, 0.8, {}, false} : Stroke{};
}

Paint fading(Colour colour, double from, double to) {
  return Paint::linear(0, from, 0, to, {{0, colour.faded(0.92)}, {0.35, colour.faded(0.75)}, {1, colour.faded(0.04)}});
}

struct LeakLook {
  Colour mark, words;
  Message text;
};

// The leaks of one stage and what they say, each under its own fall; side by side they share a line, or stand under each other.
Node leaks(const Frame& frame, const RiverReach& reach, double scale) {
  Node node = group("leak-" + reach.column->stage->id, reach.after_goal ? "leak after-goal" : "leak");
  if (reach.lost + reach.open == 0) return node;
  const double x = leaves_at(reach, scale), bottom = kRiverTop + static_cast<double>(reach.in) * scale;
  const double lost = static_cast<double>(reach.lost) * scale, open = static_cast<double>(reach.open) * scale;
  const Colour coral = reach.after_goal ? frame.colour.quiet_mark : frame.colour.loss_mark;
  const double end = leak_end(frame);
  if (open > 0)
    node.add(shape(leak_path(x + 2, bottom - lost - open, bottom - lost, kBend + lost, end), fading(frame.colour.measured.faded(1), kRiverTop, end)));
  if (lost > 0) node.add(shape(leak_path(x, bottom - lost, bottom, kBend, end), fading(coral, kRiverTop, end)));
  const double middle = x + kBend + (lost + open) / 2;
  double y = end + 5;
  const auto say = [&](const Message& text, Colour colour, Weight weight) {
    Node words = text_block(frame.say(text), middle - kLeakWords / 2, y, kLeakWords, styled(kSmall, weight, colour), 2, 0.5);
    y += words.box.h;
    node.add(std::move(words));
  };
  if (reach.lost > 0)
    say(reach.after_goal ? msg("render.stopped", {{"n", reach.lost}}) : msg("render.lost", {{"n", reach.lost}}),
        reach.after_goal ? frame.colour.quiet.deep : frame.colour.loss.deep, Weight::semibold);
  if (reach.open > 0) say(msg("render.open", {{"n", reach.open}}), frame.colour.ink_soft, Weight::regular);
  return node;
}

// At the map's first stage the band is all journeys; those that never come by there begin further on, and the table does not count them there.
std::int64_t begins_later(const RiverReach& reach) { return reach.column->index == 0 ? reach.in - reach.column->figures->journeys : 0; }

Node count_of(const Frame& frame, const RiverReach& reach, double scale) {
  const double width = static_cast<double>(reach.in) * scale;
  const std::string text = say_count(frame, reach.in);
  const bool inside = width >= kCountInside;
  const TextStyle style = styled(kBody, Weight::semibold, inside ? frame.colour.on_river : reach.column->tone.deep);
  return text_at(text, reach.left + (reach.column == &frame.columns.front() ? 14 : 36), inside ? kRiverTop + width / 2 + 4.8 : kRiverTop + width + 18,
                 style);
}

// "60 of them without coming here", beside the count and before the leak.
std::optional<Node> later_words(const Frame& frame, const RiverReach& reach, double scale) {
  const std::int64_t later = begins_later(reach);
  const double width = static_cast<double>(reach.in) * scale;
  if (later <= 0 || width < kLaterInside) return std::nullopt;
  const double x = reach.left + 14 + text_width(say_count(frame, reach.in), styled(kBody, Weight::semibold, {})) + 10;
  const double end = reach.lost + reach.open > 0 ? leaves_at(reach, scale) : reach.right - 30;
  if (end - x < kLaterWords) return std::nullopt;
  Node words =
      text_block(frame.say(msg("render.river.later", {{"n", later}})), x, 0, end - x, styled(kSmall, Weight::regular, frame.colour.on_river), 3);
  shift(words, 0, kRiverTop + width / 2 - words.box.h / 2 - words.box.y);
  return words;
}

// What is left of it where the picture ends.
Node count_out(const Frame& frame, const RiverReach& reach, double scale) {
  const double width = static_cast<double>(reach.out) * scale;
  const bool inside = width >= kCountInside;
  const TextStyle style = styled(kBody, Weight::semibold, inside ? frame.colour.on_river : reach.column->tone.deep);
  return text_at(say_count(frame, reach.out), reach.right - 10, inside ? kRiverTop + width / 2 + 4.8 : kRiverTop + width + 18, style, 1);
}

// The share that goes on, on a pill that sits on the band where one stage meets the next.
Node goes_on(const Frame& frame, const RiverReach& reach) {
  Node node = group({}, "goes-on");
  if (reach.in == 0) return node;
  const Share& share = reach.column->figures->goes_on;
  const Strength strength = strength_of(share.n);
  const std::string text = strength == Strength::withheld ? frame.say(msg("render.withheld")) : say_share(frame, share.value);
  const double width = chip_width(text), x = reach.right + kGap / 2 - width / 2;
  const bool solid = strength == Strength::solid;
  node.place = Node::Place::badge;
  node.add(rect({x, kRiverTop - kChipHeight / 2, width, kChipHeight}, frame.colour.card,
                {solid ? frame.colour.line : frame.colour.ink_faint, 1, solid ? std::vector<double>{} : std::vector<double>{2.5, 2.5}, false},
                kChipHeight / 2));
  node.add(text_at(text, x + width / 2, kRiverTop + 4.1, styled(kSmall, Weight::semibold, solid ? frame.colour.ink : frame.colour.ink_soft), 0.5));
  node.title = frame.say(
      msg("render.river.goes_on",
          {{"share", say_share(frame, share.value)}, {"count", share.count}, {"n", share.n}, {"range", say_range(frame, share.low, share.high)}}));
  return node;
}

}  // namespace

std::vector<RiverReach> river_reaches(const Frame& frame) {
  std::vector<RiverReach> reaches;
  for (const Column& column : frame.columns) {
    if (!column.figures) continue;
    const StageFigures& figures = *column.figures;
    reaches.push_back({&column, column.x, column.right() + kGap, figures.river_in, figures.river_lost, figures.river_open, figures.river_out,
                       column.stage->phase == Phase::after});
  }
  if (!reaches.empty()) reaches.back().right = reaches.back().column->right(), reaches.back().is_last = true;
  return reaches;
}

double river_scale(const Frame& frame, const std::vector<RiverReach>& reaches) {
  std::int64_t most = 0;
  for (const RiverReach& reach : reaches) most = std::max(most, reach.in);
  return most == 0 ? 0 : frame.river_widest / static_cast<double>(most);
}

std::optional<LaneBody> river_lane(const Frame& frame) {
  const std::vector<RiverReach> reaches = river_reaches(frame);
  const double scale = river_scale(frame, reaches);
  if (scale == 0) return std::nullopt;
  LaneBody body;
  Node river = group("river", "river");
  for (const RiverReach& reach : reaches) river.add(leaks(frame, reach, scale));
  const double end = reaches.back().right;
  river.add(
      hairline(reaches.front().left, kRiverTop, end, kRiverTop, frame.colour.ink_faint, 0.7));  // the bed, where the river is thinner than a hair
  river.add(shape(band_path(reaches, scale), band_paint(frame, reaches), band_edge(frame)));
  for (std::size_t i = 0; i < reaches.size(); ++i) {
    const RiverReach& reach = reaches[i];
    Node words = group("river-" + reach.column->stage->id, "reach");
    words.role = "img";
    words.label =
        frame.say(msg("render.river.stage",
                      {{"stage", reach.column->stage->name}, {"n", reach.in}, {"lost", reach.lost}, {"open", reach.open}, {"out", reach.out}}));
    words.title = words.label;
    words.add(count_of(frame, reach, scale));
    if (auto later = later_words(frame, reach, scale)) words.add(std::move(*later));
    if (reach.is_last && reach.out != reach.in) words.add(count_out(frame, reach, scale));
    if (i + 1 < reaches.size()) words.add(goes_on(frame, reach));
    river.add(std::move(words));
  }
  const double under = river.box.bottom();
  if (auto back = river_return(frame, reaches, scale, under + 8)) river.add(std::move(*back));
  body.height = river.box.bottom();
  body.node.add(std::move(river));
  return body;
}

}  // namespace parcours
