#include <algorithm>

#include "render/layout/river.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kThinnest = 1.6;
constexpr double kCorner = 26;

const RiverReach* reach_of(const std::vector<RiverReach>& reaches, std::string_view stage) {
  for (const RiverReach& reach : reaches)
    if (reach.column->stage->id == stage) return &reach;
  return nullptr;
}

}  // namespace

std::optional<Node> river_return(const Frame& frame, const std::vector<RiverReach>& reaches, double scale, double top) {
  const RiverReach& last = reaches.back();
  const RiverReach* target = reach_of(reaches, last.column->stage->leads_to);
  const auto& returned = frame.map.figures->all.returned;
  if (!target || !returned || returned->count == 0) return std::nullopt;
  const double wide = static_cast<double>(returned->count) * scale;
  const bool thin = wide < kThinnest;
  const double from_x = last.left + (last.right - last.left) * 0.5, to_x = target->left + (target->right - target->left) * 0.5;
  const double line_y = top + std::max(6.0, wide / 2);
  const double from_y = kRiverTop + static_cast<double>(last.in) * scale + 4, to_y = kRiverTop + static_cast<double>(target->in) * scale + 9;
  const Colour colour = last.column->tone.deep;
  Node node = group("return", "return");
  const double radius = from_x - to_x > 2 * kCorner ? kCorner : 8;
  Path path;
  path.move(from_x, from_y).line(from_x, line_y - radius).corner(from_x - radius, line_y, false);
  path.line(to_x + radius, line_y).corner(to_x, line_y - radius, true).line(to_x, to_y);
  node.add(shape(std::move(path), {},
                 {colour.faded(thin ? 1 : 0.45), std::max(kThinnest, wide), thin ? std::vector<double>{1.6, 4.2} : std::vector<double>{}, thin}));
  const double head = std::max(5.0, wide * 0.9);
  node.add(shape(Path::polygon({{to_x, to_y - head * 0.9}, {to_x + head, to_y + head * 0.5}, {to_x - head, to_y + head * 0.5}}), colour));
  const Strength strength = strength_of(returned->n);
  const std::string share = strength == Strength::withheld ? frame.say(msg("render.withheld")) : say_share(frame, returned->value);
  const std::string text = frame.say(msg("render.returned", {{"share", share}, {"n", returned->count}, {"of", returned->n}}));
  const TextStyle style = styled(kSmall, Weight::semibold, strength == Strength::solid ? colour : frame.colour.ink_soft);
  const double words_y = line_y + std::max(2.0, wide / 2) + 14;
  node.add(text_at(text, std::max((from_x + to_x) / 2, to_x + text_width(text, style) / 2), words_y, style, 0.5));
  node.title = text + " " + say_range(frame, returned->low, returned->high);
  return node;
}

}  // namespace parcours
