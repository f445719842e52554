// A page of the map's personas, a card each: who they are, what they seek, what they dread, where they are met.
#include <algorithm>

#include "questions/statistics.h"
#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/page.h"
#include "render/layout/portrait.h"
#include "render/layout/say.h"
#include "render/persona_card.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr double kPad = 24, kFace = 46, kColumnGap = 22;
constexpr std::size_t kLinesOfList = 6;

struct List {
  Message title;
  const std::vector<LocalText>& texts;
  std::string_view icon;
};

std::string facts(const Frame& frame, const Persona& persona) {
  std::string out = say_age(frame, persona);
  for (const LocalText* fact : {&persona.area, &persona.occupation, &persona.situation, &persona.income, &persona.social_group})
    if (!fact->empty()) out += (out.empty() ? "" : " · ") + frame.say(*fact);
  if (!persona.market.empty()) out += (out.empty() ? "" : " · ") + persona.market;
  return out;
}

// How many of the measured customers are of this kind, when the data can tell.
std::string size_line(const Frame& frame, const Persona& persona) {
  const auto found = frame.options.persona_customers.find(persona.id);
  if (!frame.measured() || found == frame.options.persona_customers.end()) return {};
  const std::int64_t all = frame.map.figures->all.customers;
  if (all == 0) return {};
  const Share share = wilson(std::min(found->second, all), all);
  return frame.say(msg("render.persona.size", {{"n", share.count}, {"share", say_share_with_range(frame, share)}}));
}

Node list_of(const Frame& frame, const List& list, const Tone& tone, double x, double width) {
  Node node = group();
  node.add(icon(list.icon, x, 1, 15, tone.deep, 1.4));
  double y = node.add(text_block(frame.say(list.title), x + 22, 0, width - 22, styled(kBody, Weight::semibold, tone.deep), 2)).box.h + 5;
  for (std::size_t i = 0; i < std::min(kLinesOfList, list.texts.size()); ++i)
    y += node.add(text_block(frame.say(list.texts[i]), x, y, width, styled(kBody, Weight::regular, frame.colour.ink), 4)).box.h + 4;
  return node;
}

Node channels_of(const Frame& frame, const Persona& persona, const Tone& tone, double width) {
  Node node = group();
  double x = kPad, y = 0;
  const TextStyle style = styled(kSmall, Weight::regular, frame.colour.ink);
  for (const std::string& id : persona.channels) {
    const ChannelInfo channel = frame.channel(id);
    const std::string name = frame.say(channel.name);
    const double wide = std::min(23 + text_width(name, style), width - 2 * kPad);
    if (x + wide > width - kPad && x > kPad) x = kPad, y += 22;
    node.add(icon(icon_or_neutral(channel.icon), x, y + 1, 15, tone.deep, 1.3));
    node.add(text_block(name, x + 21, y, wide - 20, style, 1));
    x += wide + 18;
  }
  return node;
}

Node words_of(const Frame& frame, const Persona& persona, const Tone& tone, double width) {
  Node node = group();
  const double x = kPad + 2 * kFace + 20, inner = width - x - kPad;
  double y = 0;
  const auto put = [&](const std::string& text, const TextStyle& style, int most, double after) {
    if (!text.empty()) y += node.add(text_block(text, x, y, inner, style, most)).box.h + after;
  };
  put(frame.say(persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name), styled(kHeading, Weight::bold, frame.colour.ink), 2, 3);
  put(facts(frame, persona), styled(kSmall, Weight::regular, frame.colour.ink_soft), 4, 6);
  put(persona.quote.empty() ? "" : say_quote(frame, persona.quote), slanted(kHeading - 2, tone.deep), 4, 6);
  put(size_line(frame, persona), styled(kSmall, Weight::semibold, frame.colour.ink), 2, 0);
  return node;
}

}  // namespace

Node persona_card(const Frame& frame, const Persona& persona, std::size_t index, double width, double height) {
  const Tone& tone = persona_tone(frame, index);
  std::vector<Node> parts;
  double y = kPad;
  const auto put = [&](Node node, double after) {
    if (node.children.empty()) return;
    shift(node, 0, y);
    y = std::max(y, node.box.bottom()) + after;
    parts.push_back(std::move(node));
  };
  Node top = words_of(frame, persona, tone, width);
  top.add(portrait(frame, persona, tone, kPad + kFace, kFace, kFace));
  put(std::move(top), 16);
  const List lists[] = {{msg("render.persona.list.goals"), persona.goals, "target"},
                        {msg("render.persona.list.frustrations"), persona.frustrations, "zap"},
                        {msg("render.persona.list.habits"), persona.habits, "repeat"}};
  const auto shown = static_cast<double>(std::count_if(std::begin(lists), std::end(lists), [](const List& list) { return !list.texts.empty(); }));
  const double column = shown > 0 ? (width - 2 * kPad - (shown - 1) * kColumnGap) / shown : 0;
  Node columns = group();
  for (double x = kPad; const List& list : lists)
    if (!list.texts.empty()) columns.add(list_of(frame, list, tone, x, column)), x += column + kColumnGap;
  if (!columns.children.empty()) put(hairline(kPad, 0, width - kPad, 0, frame.colour.line_soft), 14);
  put(std::move(columns), 16);
  put(channels_of(frame, persona, tone, width), 0);
  Node card = paper_card(frame, width, std::max(height, y + kPad));
  card.id = "persona-" + persona.id, card.classes = "persona", card.place = Node::Place::card;
  card.role = "group", card.label = frame.say(persona.name);
  for (Node& part : parts) card.add(std::move(part));
  return sized(std::move(card), width, std::max(height, y + kPad));
}

Scene draw_personas(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = page_frame(map, options);
  const auto& personas = map.personas;
  const std::size_t across = personas.size() < 2 ? 1 : 2;
  const double width = (frame.right() - kMargin - static_cast<double>(across - 1) * 20) / static_cast<double>(across);
  std::vector<Node> rows;
  for (std::size_t first = 0; first < personas.size(); first += across) {
    Node row = group();
    double tallest = 0;
    const std::size_t end = std::min(personas.size(), first + across);
    for (std::size_t i = first; i < end; ++i) tallest = std::max(tallest, persona_card(frame, personas[i], i, width, 0).box.h);
    for (std::size_t i = first; i < end; ++i) {
      Node card = persona_card(frame, personas[i], i, width, tallest);
      shift(card, kMargin + static_cast<double>(i - first) * (width + 20), 0);
      row.add(std::move(card));
    }
    rows.push_back(std::move(row));
  }
  if (personas.empty())
    rows.push_back(text_block(frame.say(msg("render.personas.none")), kMargin, 0, 700, styled(kBody, Weight::regular, frame.colour.ink_soft)));
  Scene scene = page_of(frame, page_text(frame, msg("render.personas.title")), std::move(rows), 20);
  scene.description = frame.say(msg("render.personas.description", {{"n", static_cast<std::int64_t>(personas.size())}}));
  return scene;
}

}  // namespace parcours
