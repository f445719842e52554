// The impact map of a workspace (after Gojko Adzic): why, the goal of each map; who, the teams that can help; what should change, the
// frictions to lift; what is done for it, the actions. A tree from left to right.
#include <algorithm>
#include <map>

#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"
#include "render/several/parts.h"

namespace parcours {
namespace {

constexpr double kGutterWidth = 54, kRowGap = 12, kMapGap = 30, kTreePad = 14;
struct TreeSlot {
  double x, width;
};
constexpr TreeSlot kTreeSlots[4] = {{0, 262}, {262 + kGutterWidth, 200}, {462 + 2 * kGutterWidth, 330}, {792 + 3 * kGutterWidth, 374}};

struct Box4 {  // a card of the tree before it is placed
  Node card;
  double height = 0;
  std::vector<Box4> below;
  Colour line;
  bool dashed = false;  // what leads to it is still missing
};

double tall(const Box4& box) {
  double sum = box.below.empty() ? 0 : -kRowGap;
  for (const Box4& child : box.below) sum += tall(child) + kRowGap;
  return std::max(box.height, sum);
}

// The card in the middle of what hangs on it; gives nothing back, all goes to `out`.
void put(Box4& box, std::size_t level, double top, Node& out) {
  const double all = tall(box), y = top + (all - box.height) / 2;
  double sum = box.below.empty() ? 0 : -kRowGap;
  for (const Box4& child : box.below) sum += tall(child) + kRowGap;
  double child_top = top + (all - sum) / 2;
  const double from_x = kMargin + kTreeSlots[level].x + kTreeSlots[level].width, from_y = y + box.height / 2;
  for (Box4& child : box.below) {
    const double room = tall(child), to_y = child_top + room / 2, to_x = kMargin + kTreeSlots[level + 1].x;
    Path path;
    path.move(from_x, from_y).curve(from_x + kGutterWidth * 0.6, from_y, to_x - kGutterWidth * 0.6, to_y, to_x, to_y);
    out.add(shape(std::move(path), {}, {child.line, 1.5, child.dashed ? std::vector<double>{4, 3.5} : std::vector<double>{}, false}));
    put(child, level + 1, child_top, out);
    child_top += room + kRowGap;
  }
  shift(box.card, kMargin + kTreeSlots[level].x, y);
  out.add(std::move(box.card));
}

class ImpactMap {
 public:
  ImpactMap(const Frame& page, const DrawOptions& options) : page_(page), options_(options) {}

  Box4 of(const MapStanding& map) {
    const Frame own = make_frame(map.measured, options_);
    Box4 goal = goal_card(own, map);
    std::vector<LocalText> teams;  // in the order of the map
    std::map<std::string, std::vector<std::pair<const Touchpoint*, const Friction*>>> frictions;
    for (const Stage& stage : map.measured.map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints)
        for (const Friction& friction : touchpoint.frictions) {
          auto& of_team = frictions[team_key(touchpoint.backstage.team)];
          if (of_team.empty()) teams.push_back(touchpoint.backstage.team);
          of_team.emplace_back(&touchpoint, &friction);
        }
    for (const LocalText& team : teams) {
      Box4 actor = actor_card(map, team);
      for (const auto& [touchpoint, friction] : frictions[team_key(team)]) actor.below.push_back(friction_card(own, map, *touchpoint, *friction));
      goal.below.push_back(std::move(actor));
    }
    return goal;
  }

 private:
  struct Look {
    std::string id, classes;
    bool dashed = false;
    const Tone* tone = nullptr;
    std::string_view sign = {};
  };

  Box4 card(std::size_t level, WordColumn column, const Look& look) const {
    Box4 out;
    out.height = column.y() + 8;
    const double width = kTreeSlots[level].width;
    out.card = look.dashed ? dashed_card(page_, width, out.height)
               : look.tone ? tinted_card(*look.tone, width, out.height)
                           : paper_card(page_, width, out.height);
    out.card.id = look.id, out.card.classes = look.classes, out.card.place = Node::Place::card;
    if (!look.sign.empty()) out.card.add(icon(look.sign, kTreePad, 11, 17, look.tone ? look.tone->deep : page_.colour.ink_soft));
    for (Node& part : column.take()) out.card.add(std::move(part));
    out.card = sized(std::move(out.card), width, out.height);
    out.line = page_.colour.ink_faint, out.dashed = look.dashed;
    return out;
  }

  WordColumn column(std::size_t level, double left) const { return {left, 10, kTreeSlots[level].width - left - kTreePad}; }
  TextStyle soft() const { return styled(kSmall, Weight::regular, page_.colour.ink_soft); }

  Box4 goal_card(const Frame& own, const MapStanding& map) const {
    const JourneyMap& journey = map.measured.map;
    const Touchpoint* goal = journey.touchpoint(journey.goal);
    const Tone& tone = page_.colour.good;
    WordColumn words = column(0, kTreePad + 26);
    words.put(goal ? page_.say(goal->name) : page_.say(msg("render.impact.no_goal")), styled(kHeading, Weight::bold, tone.deep), 4);
    words.put(title_of(page_, journey), styled(kSmall, Weight::semibold, page_.colour.ink), 3);
    if (map.measured.figures && !map.measured.of_today() && goal && map.measured.figures->all.conversion.n > 0)
      words.put(page_.say(msg("render.portfolio.conversion", {{"share", say_share_with_range(own, map.measured.figures->all.conversion)}})), soft(),
                2);
    return card(0, std::move(words), {"goal-" + journey.id, "impact-goal", false, &tone, "target"});
  }

  Box4 actor_card(const MapStanding& map, const LocalText& team) const {
    const bool named = !team.empty();
    WordColumn words = column(1, kTreePad + 26);
    words.put(named ? page_.say(team) : page_.say(msg("render.impact.no_team")), styled(kBody, Weight::semibold, page_.colour.ink), 3);
    if (const std::string people = persona_names(page_, map.measured.personas); !people.empty())
      words.put(page_.say(msg("render.impact.for", {{"personas", people}})), soft(), 3);
    return card(1, std::move(words), {"actor-" + map.measured.map.id + "-" + team_key(team), "impact-actor", !named, nullptr, "users"});
  }

  Box4 friction_card(const Frame& own, const MapStanding& map, const Touchpoint& touchpoint, const Friction& friction) const {
    const auto& views = map.measured.frictions;
    const auto view = std::find_if(views.begin(), views.end(), [&](const FrictionView& v) { return v.id == friction.id; });
    const bool measured = view != views.end() && view->truth == Truth::measured && view->verdict != Verdict::contradicted;
    WordColumn words = column(2, kTreePad);
    words.put(page_.say(friction.text), styled(kBody, Weight::semibold, measured ? page_.colour.loss.deep : page_.colour.ink), 4);
    words.put(page_.say(touchpoint.name) + " · " + say_friction_of(own, friction.id), soft(), 4);
    Box4 box = card(2, std::move(words),
                    {"friction-" + map.measured.map.id + "-" + friction.id,
                     measured ? "impact-friction measured" : "impact-friction",
                     false,
                     measured ? &page_.colour.loss : &page_.colour.quiet,
                     {}});
    for (const Action& action : map.measured.map.actions)
      if (action.for_friction == friction.id && action.status != ActionStatus::dropped) box.below.push_back(action_card(map, action));
    if (box.below.empty()) box.below.push_back(nothing_planned());
    return box;
  }

  Box4 action_card(const MapStanding& map, const Action& action) const {
    const bool done = action.status == ActionStatus::done;
    WordColumn words = column(3, done ? kTreePad + 26 : kTreePad);
    words.put(page_.say(action.text), styled(kBody, Weight::semibold, page_.colour.ink), 4);
    std::string who = action.owner.empty() ? page_.say(msg("render.impact.no_owner")) : page_.say(action.owner);
    if (action.due) who += " · " + say_date(page_, *action.due);
    if (action.effort) who += " · " + page_.say(msg("render.action.effort", {{"n", std::int64_t{*action.effort}}}));
    words.put(who, soft(), 2);
    const RankedAction* rank = rank_of(map, action);
    if (!done && rank && rank->may_gain && rank->may_gain->n >= kWithheldBelow)
      words.put(page_.say(msg("render.friction.stake",
                              {{"money", say_money(page_, rank->may_gain->value)}, {"range", say_money_range(page_, *rank->may_gain)}})),
                soft(), 2);
    return card(3, std::move(words),
                {"action-" + map.measured.map.id + "-" + action.id, "impact-action " + std::string(code_of(action.status)), false, nullptr,
                 done ? std::string_view("circle-check") : std::string_view()});
  }

  static const RankedAction* rank_of(const MapStanding& map, const Action& action) {
    for (const RankedAction& rank : map.measured.actions)
      if (rank.id == action.id) return &rank;
    return nullptr;
  }

  Box4 nothing_planned() const {
    WordColumn words = column(3, kTreePad);
    words.put(page_.say(msg("render.impact.nothing")), soft(), 2);
    return card(3, std::move(words), {"", "impact-nothing", true, nullptr, {}});
  }

  const Frame& page_;
  const DrawOptions& options_;
};

Node heads(const Frame& page) {
  Node node = group("columns");
  const Message names[4] = {msg("render.impact.why"), msg("render.impact.who"), msg("render.impact.change"), msg("render.impact.what")};
  for (std::size_t i = 0; i < 4; ++i)
    node.add(
        text_block(page.say(names[i]), kMargin + kTreeSlots[i].x, 0, kTreeSlots[i].width, styled(kBody, Weight::semibold, page.colour.ink_soft), 2));
  return node;
}

struct Counted {
  std::int64_t frictions = 0, answered = 0;
};

bool is_answered(const JourneyMap& map, const std::string& friction) {
  return std::any_of(map.actions.begin(), map.actions.end(),
                     [&](const Action& action) { return action.for_friction == friction && action.status != ActionStatus::dropped; });
}

Counted counted(const Portfolio& portfolio) {
  Counted out;
  for (const MapStanding& map : portfolio.maps)
    for (const FrictionView& friction : map.measured.frictions) ++out.frictions, out.answered += is_answered(map.measured.map, friction.id);
  return out;
}

std::string impact_words(const Frame& page, const Portfolio& portfolio, const DrawOptions& options) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const MapStanding& map : portfolio.maps) {
    const Frame own = make_frame(map.measured, options);
    const JourneyMap& journey = map.measured.map;
    const Touchpoint* goal = journey.touchpoint(journey.goal);
    for (const FrictionView& view : map.measured.frictions) {
      const Touchpoint* touchpoint = journey.touchpoint(view.touchpoint);
      const Friction* friction = journey.friction(view.id);
      if (!touchpoint || !friction) continue;
      std::string actions;
      for (const Action& action : journey.actions)
        if (action.for_friction == view.id && action.status != ActionStatus::dropped)
          actions += (actions.empty() ? "" : " ; ") + page.say(action.text) + (action.owner.empty() ? "" : " (" + page.say(action.owner) + ")");
      rows.push_back({words_cell(goal ? page.say(goal->name) : page.say(msg("render.impact.no_goal")), title_of(page, journey)),
                      words_cell(touchpoint->backstage.team.empty() ? page.say(msg("render.impact.no_team")) : page.say(touchpoint->backstage.team)),
                      words_cell(page.say(friction->text), say_friction_of(own, view.id)),
                      words_cell(actions.empty() ? page.say(msg("render.impact.nothing")) : actions)});
    }
  }
  return html_table("impact-table", page.say(msg("render.impact.title")),
                    {{page.say(msg("render.impact.why")), {}, false},
                     {page.say(msg("render.impact.who")), {}, false},
                     {page.say(msg("render.impact.change")), {}, false},
                     {page.say(msg("render.impact.what")), {}, false}},
                    rows);
}

}  // namespace

Page draw_impact(const Portfolio& portfolio, const DrawOptions& options) {
  const MeasuredMap workspace = workspace_as_map(portfolio.settings);
  const Frame page = page_frame(workspace, options);
  const Counted count = counted(portfolio);
  const std::string says = page.say(msg("render.impact.says", {{"n", count.frictions}, {"answered", count.answered}}));
  std::vector<Node> parts;
  Node first = callout(page, says, count.answered < count.frictions ? CalloutLook::loss : CalloutLook::quiet, page.right() - kMargin, 0);
  shift(first, kMargin, 0);
  parts.push_back(std::move(first));
  parts.push_back(heads(page));
  ImpactMap impact(page, options);
  for (const MapStanding& map : portfolio.maps) {
    if (map.measured.frictions.empty()) continue;
    Box4 tree = impact.of(map);
    Node node = group();
    put(tree, 0, 0, node);
    node.box.h += kMapGap - 18;  // keeps the next tree apart
    parts.push_back(std::move(node));
  }
  Page out;
  out.basis = several_basis(page, portfolio);
  out.words = "<p class=\"lead\">" + html_escaped(says) + "</p>\n" + impact_words(page, portfolio, options);
  out.scene = page_of(page, {page.say(msg("render.impact.title")), several_about(page, portfolio), out.basis}, std::move(parts), 18);
  out.scene.root.id = "impact";
  out.scene.description = says;
  return out;
}

}  // namespace parcours
