#include <algorithm>

#include "render/calendar/parts.h"

namespace parcours {
namespace {

constexpr double kNarrowest = 4, kHatchStep = 6;

Box between(double left, double right, double middle, double height) {
  return {left, middle - height / 2, std::max(right - left, kNarrowest), height};
}

}  // namespace

// Strokes from the lower left to the upper right, cut at the box.
Node hatched(const Box& box, Colour colour, double radius) {
  Node node = group();
  node.add(rect(box, colour.faded(0.10), {colour.faded(0.55), 1, {}, false}, std::min(radius, box.w / 2)));
  Path strokes;
  for (double foot = box.x + kHatchStep - box.h; foot < box.right(); foot += kHatchStep) {
    const double from = std::max(foot, box.x + 1), to = std::min(foot + box.h, box.right() - 1);
    if (to - from < 2) continue;
    strokes.move(from, box.bottom() - (from - foot)).line(to, box.bottom() - (to - foot));
  }
  if (!strokes.empty()) node.add(shape(std::move(strokes), {}, {colour.faded(0.7), 1, {}, false}));
  return node;
}

Node stage_bar(const CalendarFrame& frame, const StageDates& dates, double middle, const BarLook& look) {
  const DayScale& scale = frame.scale;
  const double radius = std::min(6.0, look.height / 2);
  Node node = group();
  const Colour solid = look.outlined ? look.tone.deep.faded(0.5) : look.tone.deep;
  if (!dates.until_latest) {
    const double from = scale.x(*dates.from_earliest), certain = scale.x(*dates.from_latest);
    const double end = std::min(certain + kFadeDays * scale.day_width(), scale.right());
    if (certain > from)
      node.add(rect(between(from, certain, middle, look.height), look.tone.tint, {look.tone.deep.faded(0.5), 1, {3, 3}, false}, radius));
    if (end > certain)
      node.add(rect(between(certain, end, middle, look.height), Paint::linear(certain, 0, end, 0, {{0, solid}, {1, solid.faded(0)}})));
    return node;
  }
  const Box possible = between(scale.x(*dates.from_earliest), scale.end(*dates.until_latest), middle, look.height);
  const bool is_range = dates.from_earliest != dates.from_latest || dates.until_earliest != dates.until_latest;
  if (!is_range) {
    node.add(rect(possible, solid, {}, std::min(radius, possible.w / 2)));
    return node;
  }
  node.add(rect(possible, look.tone.tint, {look.tone.deep.faded(0.6), 1, {3, 3}, false}, std::min(radius, possible.w / 2)));
  if (*dates.from_latest <= *dates.until_earliest)
    node.add(rect(between(scale.x(*dates.from_latest), scale.end(*dates.until_earliest), middle, look.height), solid, {}, std::min(radius, 3.0)));
  return node;
}

}  // namespace parcours
