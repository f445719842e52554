// One persona across maps: the card at the head, then the curve of each map the persona is in, one after another, with its worst frictions.
#include <algorithm>

#include "base/number.h"
#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"
#include "render/persona_card.h"
#include "render/several/parts.h"
#include "render/several/tree.h"

namespace parcours {
namespace {

constexpr std::size_t kFrictionsShown = 3;
constexpr double kBandPad = 20, kWordsWidth = 262, kCurveX = 310, kCurveWidth = 640, kFrictionX = 984;

// The map as this persona lives it: what its author says of the persona, else of everyone, as one curve; what was measured is of everyone.
MeasuredMap as_lived_by(const MeasuredMap& map, const Persona& persona) {
  MeasuredMap own = map;
  own.personas = {persona};
  std::erase_if(own.emotions, [&](const EmotionPoint& point) {
    if (!point.persona.empty() && point.persona != persona.id) return true;
    return point.persona.empty() && point.truth != Truth::measured &&
           std::any_of(map.emotions.begin(), map.emotions.end(), [&](const EmotionPoint& other) {
             return other.touchpoint == point.touchpoint && other.persona == persona.id && other.truth != Truth::measured;
           });
  });
  for (EmotionPoint& point : own.emotions)
    if (point.truth != Truth::measured) point.persona = persona.id;
  return own;
}

void collect(const std::vector<MapNode>& nodes, const std::string& persona, std::vector<const MapStanding*>& out) {
  for (const MapNode& node : nodes) {
    const auto is_there = [&](const MapStanding& map) {
      return std::any_of(map.measured.personas.begin(), map.measured.personas.end(), [&](const Persona& p) { return p.id == persona; });
    };
    if (node.map && is_there(*node.map)) out.push_back(node.map);
    collect(node.below, persona, out);
  }
}

struct Lived {
  const MapStanding* standing = nullptr;
  MeasuredMap map;
};

std::vector<Lived> lived_maps(const Portfolio& portfolio, const Persona& persona) {
  std::vector<const MapStanding*> maps;
  collect(map_forest(portfolio), persona.id, maps);
  std::vector<Lived> out;
  for (const MapStanding* map : maps) out.push_back({map, as_lived_by(map->measured, persona)});
  return out;
}

bool is_told(const EmotionPoint& point) { return point.truth != Truth::measured || point.n >= kWeakBelow; }

// The lowest point; what is better founded goes first.
std::string persona_sentence(const Frame& page, const std::vector<Lived>& maps, const Persona& persona) {
  const Lived* where = nullptr;
  const EmotionPoint* worst = nullptr;
  for (const Lived& lived : maps)
    for (const EmotionPoint& point : lived.map.emotions)
      if (is_told(point) && (!worst || std::pair(point.truth, point.value) < std::pair(worst->truth, worst->value))) worst = &point, where = &lived;
  const LocalText name = persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name;
  const auto n = static_cast<std::int64_t>(maps.size());
  if (!worst || worst->value >= 0) return page.say(msg("render.persona_maps.in", {{"name", name}, {"n", n}}));
  const Touchpoint* touchpoint = where->map.map.touchpoint(worst->touchpoint);
  return page.say(msg("render.persona_maps.worst", {{"name", name},
                                                    {"n", n},
                                                    {"touchpoint", touchpoint ? Arg(touchpoint->name) : Arg(worst->touchpoint)},
                                                    {"value", show_number(worst->value, page.lang)},
                                                    {"truth", nested(truth_words(worst->truth))},
                                                    {"map", where->map.map.title}}));
}

std::vector<Node> words_of(const Frame& page, const Lived& lived) {
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink_soft);
  const JourneyMap& journey = lived.map.map;
  WordColumn column(kBandPad, 16, kWordsWidth);
  column.put(title_of(page, journey), styled(kHeading, Weight::bold, page.colour.ink), 4, 2);
  std::string line = page.say(state_of(journey));
  if (const std::string offer = page.say(journey.offer); !offer.empty()) line += " · " + offer;
  column.put(line, soft, 3, 6);
  put_figures(page, lived.map, column);
  return column.take();
}

std::vector<Node> frictions_of(const Frame& page, const Frame& own, const Lived& lived) {
  WordColumn column(kFrictionX, 16, page.right() - kMargin - kFrictionX - kBandPad);
  const auto worst = worst_frictions(lived.map);
  if (worst.empty()) column.put(page.say(msg("render.portfolio.no_friction")), styled(kSmall, Weight::regular, page.colour.ink_soft), 2);
  for (std::size_t i = 0; i < std::min(kFrictionsShown, worst.size()); ++i) {
    const bool measured = worst[i].truth == Truth::measured && !worst[i].contradicted;
    column.put(page.say(worst[i].text), styled(kBody, Weight::semibold, measured ? page.colour.loss.deep : page.colour.ink), 3, 1);
    column.put(say_friction_of(own, worst[i].id), styled(kSmall, Weight::regular, page.colour.ink_soft), 3, 8);
  }
  return column.take();
}

Node band(const Frame& page, const Lived& lived, const DrawOptions& options) {
  const Frame own = make_frame(lived.map, options);
  Node spark = emotion_spark(lived.map, options, {kCurveWidth, 104, true});
  shift(spark, kCurveX, 12);
  double bottom = spark.box.bottom();
  std::vector<Node> parts = words_of(page, lived);
  parts.push_back(std::move(spark));
  for (Node& part : frictions_of(page, own, lived)) parts.push_back(std::move(part));
  for (const Node& part : parts) bottom = std::max(bottom, part.box.bottom());
  const double width = page.right() - kMargin, height = bottom + 14;
  Node card = paper_card(page, width, height);
  const std::string& id = lived.map.map.id;
  card.id = "map-" + id, card.classes = "persona-map", card.place = Node::Place::card;
  card.role = "group", card.label = title_of(page, lived.map.map);
  if (const auto opened = options.opened.find(id); opened != options.opened.end()) card.href = opened->second.href;
  for (Node& part : parts) card.add(std::move(part));
  card = sized(std::move(card), width, height);
  shift(card, kMargin, 0);
  return card;
}

std::string persona_words(const Frame& page, const std::vector<Lived>& maps, const DrawOptions& options) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const Lived& lived : maps) {
    const Frame own = make_frame(lived.map, options);
    for (const EmotionPoint& point : lived.map.emotions) {
      const Touchpoint* touchpoint = lived.map.map.touchpoint(point.touchpoint);
      if (!touchpoint || !is_told(point)) continue;
      std::string frictions;
      for (const Friction& friction : touchpoint->frictions)
        frictions += (frictions.empty() ? "" : " ; ") + page.say(friction.text) + " (" + say_friction_of(own, friction.id) + ")";
      rows.push_back({words_cell(title_of(page, lived.map.map)),
                      words_cell(page.say(touchpoint->name)),
                      {(point.value > 0 ? "+" : "") + show_number(point.value, page.lang), CellLook::number},
                      words_cell(page.say(truth_words(point.truth))),
                      words_cell(frictions)});
    }
  }
  return html_table("persona-table", page.say(msg("render.persona_maps.table")),
                    {{page.say(msg("render.portfolio.map")), {}, false},
                     {page.say(msg("render.report.touchpoint")), {}, false},
                     {page.say(msg("render.lane.emotion")), {}, true},
                     {page.say(msg("render.report.evidence")), {}, false},
                     {page.say(msg("render.report.frictions")), {}, false}},
                    rows);
}

}  // namespace

Page draw_persona_maps(const Portfolio& portfolio, const Persona& persona, const DrawOptions& options) {
  MeasuredMap workspace = workspace_as_map(portfolio.settings);
  workspace.personas = {persona};
  const Frame page = page_frame(workspace, options);
  const double inner = page.right() - kMargin;
  const std::vector<Lived> maps = lived_maps(portfolio, persona);
  const std::string says = persona_sentence(page, maps, persona);
  std::vector<Node> parts;
  Node first = callout(page, says, CalloutLook::quiet, inner, 0);
  shift(first, kMargin, 0);
  parts.push_back(std::move(first));
  Node card = persona_card(page, persona, 0, inner, 0);
  shift(card, kMargin, 0);
  parts.push_back(std::move(card));
  for (const Lived& lived : maps) parts.push_back(band(page, lived, options));
  parts.push_back(legend(page, {}));
  Page out;
  out.basis = several_basis(page, portfolio);
  out.words = "<p class=\"lead\">" + html_escaped(says) + "</p>\n" + persona_words(page, maps, options);
  const std::string title =
      page.say(msg("render.persona_maps.title", {{"name", persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name}}));
  out.scene = page_of(page, {title, several_about(page, portfolio), out.basis}, std::move(parts), 16);
  out.scene.root.id = "persona-maps";
  out.scene.description = says;
  return out;
}

}  // namespace parcours
