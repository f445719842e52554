#include "render/several/stakeholder_rings.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/card.h"

namespace parcours {
namespace {

constexpr std::array<Ring, 4> kRings = {Ring::customer, Ring::front, Ring::backstage, Ring::outside};
constexpr double kCardWidth = 156, kFlat = 0.46;  // rings are ellipses, so much lower than wide

Node card_of(const Frame& page, const StakeholderView& who) {
  const Tone& tone = ring_tone(page, who.ring);
  WordColumn column(12, 8, kCardWidth - 24);
  column.put(name_of(page, who), styled(kBody, Weight::semibold, tone.deep), 2, 1);
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink);
  column.put(page.say(who.role), soft, 2, 1);
  column.put(weights_of(page, who), soft, 2, 1);
  if (who.touches() > 0)
    column.put(page.say(msg("render.kpi.stages", {{"n", who.touches()}})), styled(kSmall, Weight::regular, page.colour.ink_soft), 1, 1);
  const double height = column.y() + 7;
  Node card = tinted_card(tone, kCardWidth, height);
  card.id = "who-" + who.id, card.classes = "stakeholder " + std::string(code_of(who.ring)), card.place = Node::Place::card;
  for (Node& part : column.take()) card.add(std::move(part));
  return sized(std::move(card), kCardWidth, height);
}

bool any_overlap(const std::vector<Node>& cards, const std::vector<Box>& taken) {
  for (std::size_t i = 0; i < cards.size(); ++i) {
    for (std::size_t k = i + 1; k < cards.size(); ++k)
      if (overlap(cards[i].box.grown(5), cards[k].box.grown(5))) return true;
    for (const Box& box : taken)
      if (overlap(cards[i].box.grown(5), box)) return true;
  }
  return false;
}

void move_to(Node& card, double cx, double cy) { shift(card, cx - card.box.x - card.box.w / 2, cy - card.box.y - card.box.h / 2); }

// The farthest any card reaches, as half the width of an ellipse that holds it.
double reach(const std::vector<Node>& cards) {
  double out = 0;
  for (const Node& card : cards)
    for (const double x : {card.box.x, card.box.right()})
      for (const double y : {card.box.y, card.box.bottom()}) out = std::max(out, std::hypot(x, y / kFlat));
  return out;
}

// Whether the card stands outside that ellipse, whole.
bool is_outside(const Box& box, double half) {
  const double x = std::max({box.x, -box.right(), 0.0}), y = std::max({box.y, -box.bottom(), 0.0});
  return std::hypot(x, y / kFlat) >= half;
}

// At even angles on an ellipse, from `turn` on.
void set_around(std::vector<Node>& cards, double radius, double turn) {
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const double angle = (static_cast<double>(i) + turn) / static_cast<double>(cards.size()) * 2 * M_PI - M_PI / 2;
    move_to(cards[i], radius * std::cos(angle), radius * kFlat * std::sin(angle));
  }
}

// Outside the ellipse `inner`, no card on another or on what is taken: turned to where the ring comes out smallest.
void set_on_ring(std::vector<Node>& cards, double inner, const std::vector<Box>& taken) {
  constexpr int kTurns = 12;
  std::vector<Node> best;
  for (int turn = 0; turn < kTurns; ++turn) {
    std::vector<Node> tried = cards;
    for (double radius = inner + 20;; radius += 7) {
      set_around(tried, radius, static_cast<double>(turn) / kTurns);
      const bool clear = std::all_of(tried.begin(), tried.end(), [&](const Node& card) { return is_outside(card.box, inner + 24); });
      if (clear && !any_overlap(tried, taken)) break;
    }
    if (best.empty() || reach(tried) < reach(best) - 0.5) best = std::move(tried);
  }
  cards = std::move(best);
}

Path ellipse(double cx, double cy, double half) {
  Path path = Path::circle(0, 0, 1);
  Path out;
  for (PathStep step : path.steps()) {
    for (std::size_t i = 0; i < 6; i += 2) step.at[i] = cx + step.at[i] * half, step.at[i + 1] = cy + step.at[i + 1] * half * kFlat;
    if (step.op == 'M') out.move(step.at[0], step.at[1]);
    else if (step.op == 'C') out.curve(step.at[0], step.at[1], step.at[2], step.at[3], step.at[4], step.at[5]);
    else if (step.op == 'L') out.line(step.at[0], step.at[1]);
    else out.close();
  }
  return out;
}

// The personas stand in the middle, below each other.
double set_in_middle(std::vector<Node>& cards) {
  double all = -8;
  for (const Node& card : cards) all += card.box.h + 8;
  double y = -all / 2;
  for (Node& card : cards) {
    const double height = card.box.h;
    move_to(card, 0, y + height / 2);
    y += height + 8;
  }
  return reach(cards) + 16;
}

}  // namespace

Message ring_name(Ring ring) {
  switch (ring) {
    case Ring::customer: return msg("render.stakeholders.customer");
    case Ring::front: return msg("render.stakeholders.front");
    case Ring::backstage: return msg("render.stakeholders.backstage");
    case Ring::outside: break;
  }
  return msg("render.stakeholders.outside");
}

const Tone& ring_tone(const Frame& page, Ring ring) { return page.colour.stages[static_cast<std::size_t>(ring) * 2 % page.colour.stages.size()]; }

std::string name_of(const Frame& page, const StakeholderView& who) { return page.say(who.name.empty() ? LocalText{who.id, {}, {}} : who.name); }

std::string weights_of(const Frame& page, const StakeholderView& who) {
  std::string out;
  if (who.importance) out = page.say(msg("render.stakeholders.importance", {{"n", std::int64_t{*who.importance}}}));
  if (who.interest) out += (out.empty() ? "" : " · ") + page.say(msg("render.stakeholders.interest", {{"n", std::int64_t{*who.interest}}}));
  return out;
}

std::vector<RingShape> set_rings(const Frame& page, const std::vector<StakeholderView>& everyone) {
  constexpr double kLabel = 26;  // the height of a ring's name, at its top: the ring grows only where a card stands there
  std::vector<RingShape> rings;
  std::vector<Box> taken;
  double inner = 0;
  for (const Ring ring : kRings) {
    RingShape shape{ring, {}, 0};
    for (const StakeholderView& who : everyone)
      if (who.ring == ring) shape.cards.push_back(card_of(page, who));
    if (shape.cards.empty()) continue;
    if (ring == Ring::customer) shape.outer = set_in_middle(shape.cards);
    else {
      set_on_ring(shape.cards, inner, taken);
      shape.outer = reach(shape.cards) + 16;
    }
    const double name = text_width(page.say(ring_name(ring)), styled(kSmall, Weight::semibold, {}));
    const auto label = [&] { return Box{-name / 2 - 6, -shape.outer * kFlat, name + 12, kLabel}; };
    while (std::any_of(shape.cards.begin(), shape.cards.end(), [&](const Node& card) { return overlap(card.box, label()); })) shape.outer += 7;
    taken.push_back(label());
    for (const Node& card : shape.cards) taken.push_back(card.box);
    inner = shape.outer;
    rings.push_back(std::move(shape));
  }
  return rings;
}

Node rings_picture(const Frame& page, std::vector<RingShape> rings, double centre) {
  Node node = group("rings");
  if (rings.empty()) return node;
  const double tall = rings.back().outer * kFlat, cy = tall + 2;
  for (std::size_t i = rings.size(); i-- > 0;) {
    const Tone& tone = ring_tone(page, rings[i].ring);
    node.add(shape(ellipse(centre, cy, rings[i].outer), i % 2 ? page.colour.card : page.colour.paper, {tone.deep.faded(0.35), 1.2, {}, false}));
    const TextStyle style = styled(kSmall, Weight::semibold, tone.deep);
    node.add(text_at(page.say(ring_name(rings[i].ring)), centre, cy - rings[i].outer * kFlat + 17, style, 0.5));
  }
  for (RingShape& ring : rings)
    for (Node& card : ring.cards) {
      shift(card, centre, cy);
      node.add(std::move(card));
    }
  return node;
}

}  // namespace parcours
