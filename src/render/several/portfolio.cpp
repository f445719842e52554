// All maps of a workspace on one page, those that need attention first.
#include <algorithm>

#include "base/number.h"
#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"
#include "render/several/portfolio_row.h"

namespace parcours {
namespace {

constexpr double kApart = 8;  // more than between the rows: head and legend of the table

std::string sentences(const Frame& page, const Portfolio& portfolio) {
  std::string out;
  for (const Message& sentence : portfolio_sentences(portfolio)) out += (out.empty() ? "" : " ") + page.say(sentence);
  return out;
}

HtmlCell score_cell(const std::optional<int>& score) {
  return {score ? std::to_string(*score) : "–", CellLook::number, {}, score && *score < kFailingBelow};
}

std::vector<HtmlCell> row_of(const Frame& page, const MapStanding& map, const DrawOptions& options) {
  const Frame own = make_frame(map.measured, options);
  std::string line = page.say(state_of(map.measured.map));
  if (const std::string names = persona_names(page, map.measured.personas); !names.empty()) line += " · " + names;
  std::string reasons;
  for (const auto& reason : reasons_of(page, map)) reasons += (reasons.empty() ? "" : ", ") + reason.first;
  const Friction* worst = worst_friction_of(map);
  std::vector<HtmlCell> row = {words_cell(title_of(page, map.measured.map), line), words_cell(reasons)};
  for (const auto& score : map.scores) row.push_back(score_cell(score));
  row.push_back(words_cell(say_coverage(page, map.measured.coverage), say_data(page, map)));
  row.push_back(words_cell(say_conversion(own, map)));
  row.push_back(count_cell(page, map.open_actions));
  row.push_back({show_count(map.overdue_actions, page.lang), CellLook::number, {}, map.overdue_actions > 0});
  row.push_back(words_cell(say_reviewed(page, map)));
  row.push_back(words_cell(worst ? page.say(worst->text) : "–", say_worst_friction(own, map)));
  return row;
}

std::string unreadable_table(const Frame& page, const Portfolio& portfolio) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const UnreadableMap& map : portfolio.unreadable)
    for (const Diagnostic& problem : map.problems)
      rows.push_back({words_cell(map.file),
                      {problem.place.line > 0 ? std::to_string(problem.place.line) : "–", CellLook::number},
                      words_cell(page.say(problem.message), problem.hint ? page.say(*problem.hint) : "")});
  if (rows.empty()) return {};
  return html_table("unreadable-table", page.say(msg("render.portfolio.unreadable_all")),
                    {{page.say(msg("render.portfolio.file")), {}, false},
                     {page.say(msg("render.portfolio.line")), {}, true},
                     {page.say(msg("render.portfolio.problem")), {}, false}},
                    rows);
}

std::string words(const Frame& page, const Portfolio& portfolio, const DrawOptions& options) {
  std::vector<HtmlColumn> columns = {{page.say(msg("render.portfolio.map")), {}, false}, {page.say(msg("render.portfolio.attention")), {}, false}};
  for (const auto& [code, name] : five_tests(page)) columns.push_back({code, {}, true, name});
  for (const auto& [name, number] : {std::pair(msg("render.portfolio.known"), false),
                                     {msg("render.portfolio.goal"), false},
                                     {msg("render.portfolio.to_do"), true},
                                     {msg("render.portfolio.late"), true},
                                     {msg("render.portfolio.review"), false},
                                     {msg("render.portfolio.friction"), false}})
    columns.push_back({page.say(name), {}, number});
  std::vector<std::vector<HtmlCell>> rows;
  for (const MapStanding& map : portfolio.maps) rows.push_back(row_of(page, map, options));
  return "<p class=\"lead\">" + html_escaped(sentences(page, portfolio)) + "</p>\n" +
         html_table("portfolio-table", page.say(msg("render.portfolio.title")), columns, rows) + unreadable_table(page, portfolio);
}

}  // namespace

Page draw_portfolio(const Portfolio& portfolio, const DrawOptions& options) {
  const MeasuredMap workspace = workspace_as_map(portfolio.settings);
  const Frame page = page_frame(workspace, options);
  std::vector<Node> parts;
  const bool alarming = !portfolio.unreadable.empty() || (!portfolio.maps.empty() && portfolio.maps.front().attention() >= 3);
  Node first = callout(page, sentences(page, portfolio), alarming ? CalloutLook::loss : CalloutLook::quiet, page.right() - kMargin, 0);
  shift(first, kMargin, 0);
  parts.push_back(std::move(first));
  for (const UnreadableMap& map : portfolio.unreadable) parts.push_back(unreadable_row(page, map));
  if (!portfolio.maps.empty()) {
    parts.push_back(portfolio_heads(page));
    shift(parts.back(), 0, kApart);
  }
  for (const MapStanding& map : portfolio.maps) parts.push_back(portfolio_row(page, map, options));
  parts.push_back(tests_legend(page));
  shift(parts.back(), 0, kApart);
  Page out;
  out.basis = several_basis(page, portfolio);
  out.words = words(page, portfolio, options);
  out.scene = page_of(page, {page.say(msg("render.portfolio.title")), several_about(page, portfolio), out.basis}, std::move(parts), 12);
  out.scene.root.id = "portfolio";
  out.scene.description = sentences(page, portfolio);
  return out;
}

}  // namespace parcours
