#include "render/several/portfolio_row.h"

#include <algorithm>

#include "base/dates.h"
#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/portrait.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kPad = 18, kFace = 11;
constexpr std::size_t kFacesMax = 4;

// Where each column of the table begins and how wide it is, from the card's left edge.
struct Slot {
  double x, width;
};
constexpr Slot kMapSlot{kPad, 330}, kCurveSlot{376, 216}, kTestsSlot{618, 150}, kKnownSlot{790, 190}, kActionsSlot{1004, 120},
    kFrictionSlot{1146, 164};

Node faces(const Frame& page, const MapStanding& map, const DrawOptions& options, double width) {
  Node node = group();
  const Frame own = make_frame(map.measured, options);
  const auto& personas = map.measured.personas;
  double x = 0;
  for (std::size_t i = 0; i < std::min(kFacesMax, personas.size()); ++i, x += 2 * kFace + 4)
    node.add(portrait(own, personas[i], persona_tone(own, i), x + kFace, kFace, kFace));
  const std::string names = persona_names(page, personas);
  if (!names.empty()) node.add(text_block(names, x + 3, kFace - 8, width - x - 3, styled(kSmall, Weight::regular, page.colour.ink_soft), 1));
  return node;
}

std::vector<Node> about(const Frame& page, const MapStanding& map, const DrawOptions& options) {
  const JourneyMap& journey = map.measured.map;
  WordColumn column(kMapSlot.x, 15, kMapSlot.width);
  column.put(title_of(page, journey), styled(kHeading, Weight::bold, page.colour.ink), 2, 1);
  std::string line = page.say(state_of(journey));
  if (const std::string offer = page.say(journey.offer); !offer.empty()) line += " · " + offer;
  column.put(line, styled(kSmall, Weight::regular, page.colour.ink_soft), 2, 7);
  column.put(faces(page, map, options, kMapSlot.width), 8);
  column.put(chips(reasons_of(page, map), kMapSlot.width), 0);
  return column.take();
}

std::vector<Node> known(const Frame& page, const Frame& own, const MapStanding& map) {
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink_soft);
  WordColumn column(kKnownSlot.x, 20, kKnownSlot.width);
  column.put(coverage_bar(own, 0, 0, kKnownSlot.width), 6);
  column.put(say_coverage(page, map.measured.coverage), soft, 3, 7);
  column.put(say_conversion(own, map), styled(kSmall, Weight::semibold, page.colour.ink), 2, 1);
  const std::string data = say_data(page, map);
  column.put(data.empty() ? page.say(msg("render.portfolio.no_data")) : data, soft, 3);
  return column.take();
}

std::vector<Node> actions(const Frame& page, const MapStanding& map) {
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink_soft), loud = styled(kSmall, Weight::semibold, page.colour.loss.deep);
  WordColumn column(kActionsSlot.x, 16, kActionsSlot.width);
  column.put(page.say(msg("render.portfolio.open", {{"n", map.open_actions}})), styled(kBody, Weight::semibold, page.colour.ink), 2, 1);
  if (map.overdue_actions > 0) column.put(page.say(msg("render.portfolio.overdue", {{"n", map.overdue_actions}})), loud, 2, 1);
  column.put(say_reviewed(page, map), map.has(Attention::stale) ? loud : soft, 3);
  return column.take();
}

std::vector<Node> friction(const Frame& page, const Frame& own, const MapStanding& map) {
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink_soft);
  WordColumn column(kFrictionSlot.x, 16, kFrictionSlot.width);
  const Friction* worst = worst_friction_of(map);
  const bool measured = worst && map.worst->truth == Truth::measured && !map.worst->contradicted;
  if (!worst) column.put(page.say(msg("render.portfolio.no_friction")), soft, 2);
  else {
    column.put(page.say(worst->text), styled(kBody, Weight::semibold, measured ? page.colour.loss.deep : page.colour.ink), 4, 2);
    column.put(say_worst_friction(own, map), soft, 3);
  }
  return column.take();
}

std::vector<Node> curve(const Frame& page, const MapStanding& map, const DrawOptions& options) {
  WordColumn column(kCurveSlot.x, 15, kCurveSlot.width);
  column.put(emotion_spark(map.measured, options, {kCurveSlot.width, 82}), 4);
  if (!has_emotions(map.measured, options))
    column.put(page.say(msg("render.portfolio.no_emotion")), styled(kSmall, Weight::regular, page.colour.ink_soft), 1);
  return column.take();
}

std::string classes_of(const MapStanding& map) {
  std::string out = "portfolio-map " + std::string(code_of(map.measured.map.state));
  for (const Attention reason : map.reasons) out += " " + std::string(code_of(reason));
  return out;
}

}  // namespace

std::string say_reviewed(const Frame& frame, const MapStanding& map) {
  const auto& reviewed = map.measured.map.reviewed;
  return reviewed ? frame.say(msg("render.reviewed", {{"date", say_date(frame, *reviewed)}})) : frame.say(msg("portfolio.reason.never"));
}

std::string say_data(const Frame& frame, const MapStanding& map) {
  if (!map.measured.figures || map.measured.figures->all.customers == 0) return {};
  std::string out = frame.say(msg("render.customers", {{"n", map.measured.figures->all.customers}}));
  if (map.first) out += " · " + show_days_with_year(*map.first, *map.last, frame.lang);
  return out;
}

std::string say_conversion(const Frame& frame, const MapStanding& map) {
  if (map.measured.of_today()) return frame.say(msg("render.portfolio.of_today"));
  if (!map.measured.figures || map.measured.map.goal.empty() || map.measured.figures->all.conversion.n == 0) return {};
  return frame.say(msg("render.portfolio.conversion", {{"share", say_share_with_range(frame, map.measured.figures->all.conversion)}}));
}

std::string say_coverage(const Frame& frame, const Coverage& coverage) {
  std::string out;
  const auto add = [&](int count, const Message& words) {
    if (count > 0) out += (out.empty() ? "" : " · ") + frame.say(words);
  };
  add(coverage.measured, msg("render.portfolio.measured", {{"n", std::int64_t{coverage.measured}}}));
  add(coverage.reported, msg("render.portfolio.reported", {{"n", std::int64_t{coverage.reported}}}));
  add(coverage.assumed, msg("render.portfolio.assumed", {{"n", std::int64_t{coverage.assumed}}}));
  return out.empty() ? frame.say(msg("render.portfolio.no_statement")) : out;
}

const Friction* worst_friction_of(const MapStanding& map) { return map.worst ? map.measured.map.friction(map.worst->id) : nullptr; }

std::string say_worst_friction(const Frame& map_frame, const MapStanding& map) { return map.worst ? say_friction_of(map_frame, map.worst->id) : ""; }

std::vector<std::pair<std::string, Tone>> reasons_of(const Frame& frame, const MapStanding& map) {
  std::vector<std::pair<std::string, Tone>> out;
  for (const Attention reason : map.reasons)
    out.emplace_back(frame.say(reason_words(map, reason)), weight_of(reason) >= 3 ? frame.colour.loss : frame.colour.quiet);
  return out;
}

Node portfolio_heads(const Frame& page) {
  Node node = group("columns");
  const TextStyle style = styled(kSmall, Weight::semibold, page.colour.ink_soft);
  const std::pair<Slot, Message> heads[] = {{kMapSlot, msg("render.portfolio.map")},         {kCurveSlot, msg("render.lane.emotion")},
                                            {kTestsSlot, msg("render.portfolio.tests")},     {kKnownSlot, msg("render.portfolio.known")},
                                            {kActionsSlot, msg("render.portfolio.actions")}, {kFrictionSlot, msg("render.portfolio.friction")}};
  for (const auto& [slot, name] : heads) node.add(text_block(page.say(name), kMargin + slot.x, 0, slot.width, style, 2));
  return node;
}

Node portfolio_row(const Frame& page, const MapStanding& map, const DrawOptions& options) {
  const Frame own = make_frame(map.measured, options);
  Node tests = five_columns(page, map.scores, kTestsSlot.width);
  shift(tests, kTestsSlot.x, 13);
  std::vector<Node> parts = about(page, map, options);
  for (auto more : {curve(page, map, options), known(page, own, map), actions(page, map), friction(page, own, map)})
    for (Node& part : more) parts.push_back(std::move(part));
  parts.insert(parts.begin() + 1, std::move(tests));
  double bottom = 0;
  for (const Node& part : parts) bottom = std::max(bottom, part.box.bottom());
  const double width = page.right() - kMargin, height = bottom + 16;
  Node card = paper_card(page, width, height);
  card.id = "map-" + map.measured.map.id, card.classes = classes_of(map), card.place = Node::Place::card;
  card.role = "group", card.label = title_of(page, map.measured.map);
  for (Node& part : parts) card.add(std::move(part));
  card = sized(std::move(card), width, height);
  shift(card, kMargin, 0);
  return card;
}

Node unreadable_row(const Frame& page, const UnreadableMap& map) {
  const Diagnostic& first = map.problems.front();
  const double width = page.right() - kMargin, x = 46;
  WordColumn column(x, 12, width - x - kPad);
  column.put(page.say(msg("render.portfolio.unreadable", {{"file", map.file}})), styled(kBody, Weight::semibold, page.colour.ink), 2, 1);
  std::string what = page.say(first.message);
  if (first.place.line > 0) what = map.file + ":" + std::to_string(first.place.line) + ":" + std::to_string(first.place.column) + " · " + what;
  if (first.hint) what += " · " + page.say(*first.hint);
  column.put(what, styled(kSmall, Weight::regular, page.colour.ink_soft), 4, 1);
  if (const auto more = static_cast<std::int64_t>(map.problems.size()) - 1; more > 0)
    column.put(page.say(msg("render.portfolio.more_problems", {{"n", more}})), styled(kSmall, Weight::regular, page.colour.ink_soft), 1);
  const double height = column.y() + 10;
  Node card = dashed_card(page, width, height);
  card.id = "map-" + map.id, card.classes = "unreadable-map", card.place = Node::Place::card;
  card.add(icon("circle-alert", kPad, 12, 17, page.colour.loss.deep));
  for (Node& part : column.take()) card.add(std::move(part));
  card = sized(std::move(card), width, height);
  shift(card, kMargin, 0);
  return card;
}

}  // namespace parcours
