// Touchpoints in little room: sign, number, name, and how many customers or where; in less room, only how many are lost.
#include <algorithm>

#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/say.h"
#include "render/layout/slide_frame.h"

namespace parcours {
namespace {

constexpr double kListSign = 15, kListText = 30, kListPad = 5;

// "−46%"; "": nobody, or of too few to say.
std::string lost_here(const Frame& frame, const TouchpointFigures* figures) {
  const bool known = figures && figures->has_rule && figures->drop_off.n >= kWithheldBelow && figures->lost > 0;
  return known ? "−" + say_share(frame, figures->drop_off.value) : "";
}

std::string second_line(const Frame& frame, const Touchpoint& touchpoint, const TouchpointFigures* figures) {
  if (touchpoint.out_of_sight) return frame.say(msg("render.out_of_sight"));
  const bool measured = figures && figures->has_rule;
  std::string out = measured                      ? frame.say(msg("render.customers", {{"n", figures->customers}}))
                    : !touchpoint.channel.empty() ? frame.say(frame.channel(touchpoint.channel).name)
                                                  : std::string();
  if (touchpoint.id == frame.map.map.goal) out += (out.empty() ? "" : " · ") + frame.say(msg("render.goal"));
  else if (const std::string lost = lost_here(frame, figures); !lost.empty()) out += " · " + lost;
  return out;
}

// What one figure says of the touchpoint: it is the goal, or so many are lost at it.
std::string short_figure(const Frame& frame, const Touchpoint& touchpoint, const TouchpointFigures* figures) {
  return touchpoint.id == frame.map.map.goal ? frame.say(msg("render.goal")) : lost_here(frame, figures);
}

Cell list_cell(const Frame& frame, const Column& column, const Touchpoint& touchpoint, int lines, ListFigures where) {
  return [&frame, &column, &touchpoint, lines, where](double width, double height) {
    const bool worst = touchpoint.id == frame.map.worst_touchpoint;
    const auto number = frame.touchpoint_number.find(touchpoint.id);
    std::string name = frame.say(touchpoint.name.empty() ? LocalText{touchpoint.id, {}, {}} : touchpoint.name);
    if (number != frame.touchpoint_number.end()) name = std::to_string(number->second) + ". " + name;
    const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
    const TextStyle plain = styled(kSmall, Weight::regular, worst ? frame.colour.loss.deep : frame.colour.ink_soft);
    const std::string beside = where == ListFigures::beside ? short_figure(frame, touchpoint, figures) : "";
    const double figure_width = beside.empty() ? 0 : text_width(beside, plain) + 1;
    const double right = width - kListPad - 2;
    Node figure = text_block(beside, right - figure_width, kListPad, figure_width, plain, 1, 1);
    const double room = beside.empty() ? width - kListText - kListPad : right - figure_width - 8 - kListText;
    Node words = text_block(name, kListText, kListPad, room, styled(kSmall, Weight::semibold, frame.colour.ink), lines);
    double bottom = words.box.bottom();
    const std::string below = where == ListFigures::below ? second_line(frame, touchpoint, figures) : "";
    Node under = text_block(below, kListText, bottom + 1, room, plain, 2);
    if (!below.empty()) bottom = under.box.bottom();
    const double tall = std::max(height, bottom + kListPad);
    Node card = touchpoint.out_of_sight ? dashed_card(frame, width, tall, 6) : group();
    if (!touchpoint.out_of_sight)
      card.add(rect({0, 0, width, tall}, frame.colour.card,
                    worst ? Stroke{frame.colour.loss_mark, 2, {}, false} : Stroke{frame.colour.line, 1, {}, false}, 6));
    card.id = "tp-" + touchpoint.id, card.classes = worst ? "touchpoint worst" : "touchpoint", card.place = Node::Place::card;
    card.role = "img", card.label = name + (below.empty() ? "" : ", " + below) + (beside.empty() ? "" : ", " + beside), card.title = card.label;
    card.add(icon(icon_or_neutral(frame.channel(touchpoint.channel).icon), 8, kListPad + 1, kListSign, column.tone.deep, 1.3));
    card.add(std::move(words));
    if (!below.empty()) card.add(std::move(under));
    if (!beside.empty()) card.add(std::move(figure));
    if (touchpoint.moment_of_truth) {
      Node mark = diamond(width - 12, 0, 5.5, column.tone.deep);
      mark.place = Node::Place::badge, mark.classes = "moment-of-truth";
      mark.title = frame.say(msg("render.moment_of_truth.promise", {{"promise", touchpoint.moment_of_truth->promise}}));
      card.add(std::move(mark));
    }
    return sized(std::move(card), width, tall);
  };
}

}  // namespace

std::optional<LaneBody> touchpoint_list(const Frame& frame, int lines, ListFigures where) {
  std::vector<std::vector<Cell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c)
    for (const Touchpoint& touchpoint : frame.columns[c].stage->touchpoints)
      cells[c].push_back(list_cell(frame, frame.columns[c], touchpoint, lines, where));
  return grid(frame, cells, {5, false});
}

}  // namespace parcours
