#include "render/several/parts.h"

#include <algorithm>

#include "base/letters.h"
#include "overlay/scope_words.h"
#include "render/layout/card.h"
#include "render/layout/say.h"

namespace parcours {

MeasuredMap workspace_as_map(const WorkspaceSettings& settings) {
  MeasuredMap map;
  map.map.title = settings.name;
  map.settings = settings;
  return map;
}

void WordColumn::put(const std::string& text, const TextStyle& style, int lines_max, double after) {
  if (text.empty()) return;
  parts_.push_back(text_block(text, x_, y_, width_, style, lines_max));
  y_ += parts_.back().box.h + after;
}

void WordColumn::put(Node node, double after) {
  if (node.box.empty()) return;
  const double height = node.box.bottom();
  shift(node, x_, y_);
  parts_.push_back(std::move(node));
  y_ += height + after;
}

Node chips(const std::vector<std::pair<std::string, Tone>>& texts, double width) {
  constexpr double kPad = 18, kBetween = 6;
  Node node = group();
  double x = 0, y = 0;
  for (const auto& [text, tone] : texts) {
    const BrokenText fitted = break_text(text, styled(kSmall, Weight::semibold, {}), width - kPad, 1);
    const std::string& shown = fitted.lines.front().text;
    if (x > 0 && x + chip_width(shown) > width) x = 0, y += kChipHeight + kBetween;
    Node pill = chip(shown, x, y, {tone});
    pill.classes = "reason";
    if (fitted.cut) pill.title = text;
    x += chip_width(shown) + kBetween;
    node.add(std::move(pill));
  }
  return node;
}

std::vector<std::string> figure_lines(const Frame& page, const MeasuredMap& map) {
  if (!map.figures) return {};
  if (map.of_today()) return {page.say(msg("render.portfolio.of_today"))};
  const auto& all = map.figures->all;
  std::vector<std::string> out = {page.say(msg("render.customers", {{"n", all.customers}}))};
  if (!map.map.goal.empty() && all.conversion.n > 0)
    out.push_back(page.say(msg("render.portfolio.conversion", {{"share", say_share_with_range(page, all.conversion)}})));
  return out;
}

void put_figures(const Frame& page, const MeasuredMap& map, WordColumn& column) {
  Weight weight = Weight::regular;
  for (const std::string& line : figure_lines(page, map)) {
    column.put(line, styled(kSmall, weight, weight == Weight::regular ? page.colour.ink_soft : page.colour.ink), 2);
    weight = Weight::semibold;
  }
}

std::string several_scope(const Frame& page, const Portfolio& portfolio) {
  for (const MapStanding& map : portfolio.maps)
    if (const std::string scope = scope_words(map.measured, page.lang); !scope.empty()) return page.say(with_capital(scope));
  return {};
}

std::string several_about(const Frame& page, const Portfolio& portfolio) {
  const std::string name = page.say(portfolio.settings.name), scope = several_scope(page, portfolio);
  return name + (name.empty() || scope.empty() ? "" : " · ") + scope;
}

std::string several_basis(const Frame& page, const Portfolio& portfolio) {
  const auto measured = std::count_if(portfolio.maps.begin(), portfolio.maps.end(),
                                      [](const auto& map) { return map.measured.figures.has_value() && !map.measured.of_today(); });
  const bool synthetic = std::any_of(portfolio.maps.begin(), portfolio.maps.end(),
                                     [](const auto& map) { return map.measured.figures && map.measured.figures->basis.synthetic; });
  std::string out = page.say(
      msg(measured > 0 ? "render.portfolio.basis" : "render.portfolio.basis_unmeasured", {{"n", static_cast<std::int64_t>(portfolio.maps.size())},
                                                                                          {"measured", static_cast<std::int64_t>(measured)},
                                                                                          {"date", say_date(page, portfolio.today)}}));
  if (measured > 0) out += " " + page.say(msg("render.portfolio.definition"));
  if (const std::string scope = several_scope(page, portfolio); !scope.empty()) out += " " + scope + ".";
  return synthetic ? page.say(msg("render.footer.synthetic")) + " " + out : out;
}

std::string say_friction_of(const Frame& map_frame, const std::string& id) {
  const Friction* friction = map_frame.map.map.friction(id);
  if (!friction) return {};
  const auto& views = map_frame.map.frictions;
  const auto view = std::find_if(views.begin(), views.end(), [&](const FrictionView& v) { return v.id == id; });
  return say_friction(map_frame, *friction, view == views.end() ? nullptr : &*view);
}

std::string title_of(const Frame& frame, const JourneyMap& map) {
  const std::string title = frame.say(map.title);
  return title.empty() ? map.id : title;
}

std::string persona_names(const Frame& frame, const std::vector<Persona>& personas) {
  std::string out;
  for (const Persona& persona : personas)
    out += (out.empty() ? "" : " · ") + frame.say(persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name);
  return out;
}

Message state_of(const JourneyMap& map) { return map.state == MapState::target ? msg("render.state.target") : msg("render.state.current"); }

}  // namespace parcours
