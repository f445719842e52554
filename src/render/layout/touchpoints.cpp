// Cards of the touchpoints: what happens, how many, how many are lost.
#include <algorithm>
#include <cmath>

#include "overlay/reported.h"
#include "render/layout/card.h"
#include "render/layout/emotion.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kSign = 30, kTextX = 12 + kSign + 10, kPadding = 11;
constexpr double kHighDropOff = 0.4;  // from where on a loss is coral even when it is not the worst

struct Count {
  std::string text;
  bool weak = false, names_channel = true;
};

std::string side_by_side(const std::string& a, const std::string& b) { return a + (a.empty() || b.empty() ? "" : " · ") + b; }

Count count_line(const Frame& frame, const Touchpoint& touchpoint, const TouchpointFigures* figures) {
  const std::string channel = touchpoint.channel.empty() ? "" : frame.say(frame.channel(touchpoint.channel).name);
  if (touchpoint.out_of_sight) return {side_by_side(channel, frame.say(msg("render.out_of_sight")))};
  if (figures && figures->has_rule)
    return {frame.say(msg("render.customers", {{"n", figures->customers}})) +
                (touchpoint.id == frame.map.map.goal ? " · " + frame.say(msg("render.goal")) : ""),
            figures->customers < kWeakBelow, false};
  std::string text = channel;
  if (!touchpoint.figures.empty())
    text = side_by_side(text, say_reported(frame, touchpoint.figures.front()) + " · " + frame.say(msg("render.truth.reported")));
  if (touchpoint.id == frame.map.map.goal) text = side_by_side(text, frame.say(msg("render.goal")));
  else if (frame.measured() && touchpoint.figures.empty()) text = side_by_side(text, frame.say(msg("render.not_measured")));
  return {text};
}

// What its author typed in and no event replaces, of a measured touchpoint: the first of it; the report has them all. "": nothing.
std::string reported_beside(const Frame& frame, const Touchpoint& touchpoint, const TouchpointFigures* figures) {
  if (touchpoint.out_of_sight || !figures || !figures->has_rule) return {};
  const auto reported = still_reported(frame.map, touchpoint);
  return reported.empty() ? "" : say_reported(frame, *reported.front()) + " · " + frame.say(msg("render.truth.reported"));
}

struct Loss {
  std::string text;
  ChipLook look;
};

std::optional<Loss> loss_of(const Frame& frame, const Column& column, const TouchpointFigures* figures) {
  if (!figures || !figures->has_rule || figures->lost == 0 || figures->drop_off.n == 0) return std::nullopt;
  const Strength strength = strength_of(figures->drop_off.n);
  const bool sells = column.stage->phase != Phase::after;
  const bool high = sells && strength == Strength::solid && (figures->id == frame.map.worst_touchpoint || figures->drop_off.low >= kHighDropOff);
  Loss loss;
  loss.look = {high ? frame.colour.loss : frame.colour.quiet, strength != Strength::solid};
  loss.text = strength == Strength::withheld ? frame.say(msg("render.withheld")) : "−" + say_share(frame, figures->drop_off.value);
  return loss;
}

std::string spoken(const Frame& frame, const Touchpoint& touchpoint, const Count& count, const TouchpointFigures* figures) {
  std::string out = frame.say(touchpoint.name);
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += ", " + part;
  };
  if (!touchpoint.channel.empty() && !count.names_channel) add(frame.say(frame.channel(touchpoint.channel).name));
  if (touchpoint.starts == Initiator::customer) add(frame.say(msg("render.starts.customer")));
  if (touchpoint.starts == Initiator::company) add(frame.say(msg("render.starts.company")));
  add(count.text);
  add(reported_beside(frame, touchpoint, figures));
  if (figures && figures->drop_off.n >= kWithheldBelow)
    add(frame.say(
        msg("render.drop_off", {{"share", say_share_with_range(frame, figures->drop_off)}, {"lost", figures->lost}, {"n", figures->drop_off.n}})));
  if (touchpoint.moment_of_truth) add(frame.say(msg("render.moment_of_truth.promise", {{"promise", touchpoint.moment_of_truth->promise}})));
  if (!touchpoint.opens.empty()) add(frame.say(msg("render.opens", {{"map", opened_title(frame, touchpoint.opens)}})));
  if (touchpoint.id == frame.map.worst_touchpoint) add(frame.say(msg("render.worst")));
  return out;
}

Node card_base(const Frame& frame, const Touchpoint& touchpoint, double width, double height) {
  if (touchpoint.out_of_sight || frame.draws_as_gone("tp-" + touchpoint.id)) return dashed_card(frame, width, height);
  Node card = paper_card(frame, width, height);
  if (touchpoint.id != frame.map.worst_touchpoint) return card;
  card.add(rect({0, 0, width, height}, {}, {frame.colour.loss_mark, 2, {}, false}, 10));
  card.classes = "worst";
  return card;
}

// The goal wears a flag, a moment of truth a diamond, what another map tells in full a stack of sheets: side by side on the upper edge.
void add_marks(const Frame& frame, const Touchpoint& touchpoint, const Column& column, double width, Node& card) {
  double x = width - 20;
  if (touchpoint.moment_of_truth) {
    Node mark = diamond(x, 0, 7.5, column.tone.deep);
    mark.place = Node::Place::badge, mark.classes = "moment-of-truth";
    mark.title = frame.say(msg("render.moment_of_truth.promise", {{"promise", touchpoint.moment_of_truth->promise}}));
    card.add(std::move(mark));
    x -= 24;
  }
  if (!touchpoint.opens.empty()) card.add(opens_sign(frame, touchpoint.opens, column.tone, x, 0)), x -= 24;
  if (touchpoint.id != frame.map.map.goal) return;
  Node flag = group({}, "goal");
  flag.place = Node::Place::badge;
  flag.title = frame.say(msg("render.goal"));
  flag.add(shape(Path::circle(x, 0, 10), column.tone.deep));
  flag.add(icon("flag", x - 5.5, -5.5, 11, frame.colour.on_deep, 1.3));
  card.add(std::move(flag));
}

// Quietly in the corner, above the sign.
void add_number(const Frame& frame, const Touchpoint& touchpoint, Node& card) {
  const auto number = frame.touchpoint_number.find(touchpoint.id);
  if (number == frame.touchpoint_number.end()) return;
  Node text = text_at(std::to_string(number->second), 7, 12, styled(kSmall, Weight::regular, frame.colour.ink_soft));
  text.classes = "touchpoint-number";
  card.add(std::move(text));
}

// Under what is measured, behind the dotted line that means reported everywhere.
Node reported_words(const Frame& frame, const std::string& words, double left, double width, double top) {
  Node node = group({}, "reported");
  Node text = text_block(words, left + 8, top, width - 8, styled(kSmall, Weight::regular, frame.colour.ink_soft), 3);
  Path line;
  line.move(left + 1, top + 1).line(left + 1, text.box.bottom() - 1);
  node.add(shape(std::move(line), {}, truth_stroke(Truth::reported, frame.colour.ink_soft)));
  node.add(std::move(text));
  return node;
}

struct CardWords {
  std::string name, reported;
  Count count;
  std::optional<Loss> loss;
  bool marked = false;  // wears signs on its upper edge
};

struct Arranged {
  std::vector<Node> parts;
  double bottom = 0;               // of the words
  double height_least = 0;         // of the card
  std::optional<double> sign_top;  // nothing: the sign stands in the middle, and so do the words
};

// The usual card: the sign at the left, all words beside it.
Arranged beside_the_sign(const Frame& frame, const CardWords& words, double width) {
  Arranged out;
  const double room = width - kTextX - kPadding;
  Node title = text_block(words.name, kTextX, words.marked ? 12 : 10, room, styled(kBody, Weight::semibold, frame.colour.ink), 4);
  const double y = title.box.bottom() + 2;
  const TextStyle count_style = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  const double chip_w = words.loss ? chip_width(words.loss->text) : 0;
  const bool beside = !words.loss || text_width(words.count.text, count_style) + 8 + chip_w <= room;
  Node below = text_block(words.count.text, kTextX, y + 3, beside ? room - (words.loss ? chip_w + 8 : 0) : room, count_style, 3);
  out.bottom = std::max(y, below.box.bottom());
  const double chip_y = beside ? y + 0.8 : out.bottom + 4;
  if (words.loss) out.bottom = std::max(out.bottom, chip_y + kChipHeight);
  out.parts.push_back(std::move(title));
  out.parts.push_back(std::move(below));
  if (!words.reported.empty()) {
    out.parts.push_back(reported_words(frame, words.reported, kTextX, room, out.bottom + 5));
    out.bottom = out.parts.back().box.bottom();
  }
  if (words.loss) out.parts.push_back(chip(words.loss->text, width - kPadding - chip_w, chip_y, words.loss->look));
  out.height_least = kSign + 26;
  return out;
}

// The head of a column: sign and count in a row, the name below them as wide as the card.
Arranged under_the_sign(const Frame& frame, const CardWords& words, double width) {
  Arranged out;
  const double top = words.marked ? 15 : 12, beside = 12 + kSign + 9, room = width - beside - kPadding;
  const TextStyle count_style = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  const double chip_w = words.loss ? chip_width(words.loss->text) : 0;
  const bool in_a_row = !words.loss || text_width(words.count.text, count_style) + 8 + chip_w <= room;
  Node count = text_block(words.count.text, beside, 0, in_a_row && words.loss ? room - chip_w - 8 : room, count_style, 3);
  shift(count, 0, top + std::max(0.0, in_a_row ? (kSign - count.box.h) / 2 : 0.0));
  double bottom = std::max(top + kSign, count.box.bottom());
  if (words.loss && !in_a_row) bottom = std::max(bottom, count.box.bottom() + 3 + kChipHeight);
  const double chip_y = in_a_row ? top + (kSign - kChipHeight) / 2 : count.box.bottom() + 3;
  Node title = text_block(words.name, 12, bottom + 7, width - 24, styled(kBody, Weight::semibold, frame.colour.ink), 4);
  out.bottom = title.box.bottom();
  out.parts.push_back(std::move(title));
  out.parts.push_back(std::move(count));
  if (!words.reported.empty()) {
    out.parts.push_back(reported_words(frame, words.reported, 12, width - 24, out.bottom + 5));
    out.bottom = out.parts.back().box.bottom();
  }
  if (words.loss) out.parts.push_back(chip(words.loss->text, in_a_row ? width - kPadding - chip_w : beside, chip_y, words.loss->look));
  out.sign_top = top;
  return out;
}

Cell card_cell(const Frame& frame, const Column& column, const Touchpoint& touchpoint) {
  return [&frame, &column, &touchpoint](double width, double height) {
    const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
    const CardWords words{frame.say(touchpoint.name.empty() ? LocalText{touchpoint.id, {}, {}} : touchpoint.name),
                          reported_beside(frame, touchpoint, figures), count_line(frame, touchpoint, figures), loss_of(frame, column, figures),
                          touchpoint.moment_of_truth || !touchpoint.opens.empty() || touchpoint.id == frame.map.map.goal};
    Arranged said = frame.wide ? under_the_sign(frame, words, width) : beside_the_sign(frame, words, width);
    const double tall = std::max({height, said.bottom + 11, said.height_least});
    const double drop = said.sign_top ? 0 : std::max(0.0, (tall - (said.bottom + 11)) / 2);  // words stand in the middle of a taller card
    Node card = card_base(frame, touchpoint, width, tall);
    card.id = "tp-" + touchpoint.id;
    card.place = Node::Place::card;
    card.classes = "touchpoint" + (card.classes.empty() ? "" : " " + card.classes) + (touchpoint.out_of_sight ? " out-of-sight" : "") +
                   (words.count.weak ? " weak" : "");
    card.role = "img", card.label = spoken(frame, touchpoint, words.count, figures), card.title = card.label;
    card.add(starter_sign(frame, touchpoint.starts, frame.channel(touchpoint.channel).icon, column.tone, 12,
                          said.sign_top.value_or((tall - kSign) / 2), kSign));
    add_number(frame, touchpoint, card);
    for (Node& part : said.parts) shift(part, 0, drop), card.add(std::move(part));
    add_marks(frame, touchpoint, column, width, card);
    return sized(std::move(card), width, tall);
  };
}

}  // namespace

std::optional<LaneBody> touchpoints_lane(const Frame& frame) {
  std::vector<std::vector<Cell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c)
    for (const Touchpoint& touchpoint : frame.columns[c].stage->touchpoints) cells[c].push_back(card_cell(frame, frame.columns[c], touchpoint));
  return grid(frame, cells, {12, true});
}

}  // namespace parcours
