// Whose mark is whose, and what the bar and the dashes mean.
#include <algorithm>

#include "render/layout/emotion.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

constexpr double kLegendRow = 24, kAfterSign = 10, kAfterEntry = 28;

struct LegendEntry {
  Node sign;  // from (0, 0), its middle at y = 8
  double width = 0;
  std::string text;
};

std::vector<LegendEntry> legend_entries(const ViewsFrame& frame) {
  const Palette& colour = frame.frame.colour;
  std::vector<LegendEntry> entries;
  for (const SeeingTeam& team : frame.teams) {
    Node sign = group();
    Path line;
    line.move(0, 8).line(30, 8);
    sign.add(shape(std::move(line), {}, truth_stroke(Truth::assumed, team.colour)));
    sign.add(team_mark(frame, team, 15, 8));
    entries.push_back({std::move(sign), 30, frame.frame.say(team.name)});
  }
  const auto apart = [&](double spread) {
    return std::any_of(frame.all.begin(), frame.all.end(), [&](const Disagreement& at) { return at.compares() && at.spread >= spread; });
  };
  if (!apart(0)) return entries;
  Node bar = group();
  bar.add(rect({0, 1, 26, 14}, colour.quiet.tint, {colour.line, 1, {}, false}, 7));
  entries.push_back({std::move(bar), 26, frame.frame.say(msg("render.views.legend.spread"))});
  if (!apart(kOppositeSpread)) return entries;
  Node opposite = group();
  opposite.add(rect({0, 1, 26, 14}, colour.loss.tint, {colour.loss_mark, 1.4, {}, false}, 7));
  entries.push_back({std::move(opposite), 26, frame.frame.say(msg("render.views.legend.opposite", {{"spread", kOppositeSpread}}))});
  return entries;
}

}  // namespace

Node views_legend(const ViewsFrame& frame) {
  const TextStyle style = styled(kSmall, Weight::regular, frame.frame.colour.ink);
  Node node = group("legend", "legend");
  node.role = "list";
  double x = kMargin, y = 0;
  for (LegendEntry& entry : legend_entries(frame)) {
    const double room = frame.frame.right() - kMargin - entry.width - kAfterSign;
    const double width = entry.width + kAfterSign + std::min(text_width(entry.text, style), room);
    if (x + width > frame.frame.right() && x > kMargin) x = kMargin, y += kLegendRow;
    Node item = group({}, "legend-item");
    item.role = "listitem";
    shift(entry.sign, x, y);
    item.add(std::move(entry.sign));
    item.add(text_block(entry.text, x + entry.width + kAfterSign, y, room, style, 1));
    node.add(std::move(item));
    x += width + kAfterEntry;
  }
  return node;
}

}  // namespace parcours
