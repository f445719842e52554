#include <algorithm>

#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/portrait.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kPersonasMax = 4;  // the others are counted

std::string joined(const Frame& frame, const std::vector<LocalText>& texts, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) out += (i > 0 ? " · " : "") + frame.say(texts[i]);
  return out;
}

std::string facts(const Frame& frame, const Persona& persona) {
  std::string out = say_age(frame, persona);
  for (const LocalText* fact : {&persona.area, &persona.occupation, &persona.situation})
    if (!fact->empty()) out += (out.empty() ? "" : " · ") + frame.say(*fact);
  return out;
}

// All that is said of one persona; alone it says more than beside others.
Node persona_card(const Frame& frame, const Persona& persona, std::size_t index, double width, bool alone) {
  const Tone& tone = persona_tone(frame, index);
  const double r = alone ? 30 : 21, x = 18 + 2 * r + 16, inner = width - x - 16;
  const int lines = alone ? 3 : 1;
  double y = alone ? 14 : 10;
  std::vector<Node> parts;
  const auto put = [&](const std::string& text, const TextStyle& style, int most, double gap) {
    if (text.empty()) return;
    parts.push_back(text_block(text, x, y, inner, style, most));
    y += parts.back().box.h + gap;
  };
  const TextStyle soft = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  put(frame.say(persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name), styled(kBody, Weight::semibold, frame.colour.ink), 2, 1);
  put(facts(frame, persona), soft, alone ? 3 : 2, alone ? 5 : 2);
  if (!persona.quote.empty()) put(say_quote(frame, persona.quote), slanted(alone ? kBody : kSmall, frame.colour.ink), lines + 1, alone ? 5 : 2);
  if (alone && !persona.goals.empty()) put(frame.say(msg("render.persona.goals", {{"text", joined(frame, persona.goals, 2)}})), soft, 2, 1);
  if (alone && !persona.frustrations.empty())
    put(frame.say(msg("render.persona.frustrations", {{"text", joined(frame, persona.frustrations, 2)}})), soft, 2, 1);
  const double height = std::max(y + (alone ? 11 : 7), 2 * r + (alone ? 32 : 20));
  Node card = paper_card(frame, width, height);
  card.id = "persona-" + persona.id;
  card.place = Node::Place::card;
  card.add(portrait(frame, persona, tone, 18 + r, alone ? 18 + r : height / 2, r));
  for (Node& part : parts) card.add(std::move(part));
  return card;
}

}  // namespace

Node persona_cards(const Frame& frame, double width, std::size_t across) {
  Node node = group("personas");
  const std::size_t shown = std::min(kPersonasMax, frame.map.personas.size());
  double y = 0, row = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    Node card = persona_card(frame, frame.map.personas[i], i, width, frame.map.personas.size() == 1);
    if (i > 0 && i % across == 0) y += row + 9, row = 0;
    row = std::max(row, card.box.h);
    shift(card, static_cast<double>(i % across) * (width + kGap), y);
    node.add(std::move(card));
  }
  y += row + 8;
  const auto more = static_cast<std::int64_t>(frame.map.personas.size() - shown);
  if (more > 0)
    node.add(
        text_block(frame.say(msg("render.persona.more", {{"n", more}})), 0, y - 2, width, styled(kSmall, Weight::regular, frame.colour.ink_soft)));
  return node;
}

}  // namespace parcours
