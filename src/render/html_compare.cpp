// What the report compares with, and the customers behind a figure.
#include "base/dates.h"
#include "overlay/comparison.h"
#include "render/html_page.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kListedMax = 200;

std::string figure_name(const Frame& frame, const SideBySide::Row& row) {
  if (row.touchpoint.empty()) return frame.say(msg("render.report.compared_conversion"));
  const Touchpoint* touchpoint = frame.map.map.touchpoint(row.touchpoint);
  return frame.say(msg("render.report.compared_drop_off", {{"name", touchpoint ? Arg(touchpoint->name) : Arg(row.touchpoint)}}));
}

std::vector<HtmlCell> compared_row(const Frame& frame, const SideBySide::Row& row) {
  const bool hidden = !row.change || row.first.n < kWithheldBelow || row.second.n < kWithheldBelow;
  HtmlCell change{hidden ? "–" : show_points(row.change->value, frame.lang)};
  if (!hidden) change.note = show_points_range(*row.change, frame.lang);
  const std::string surely = hidden ? "–" : frame.say(row.surely ? msg("render.report.surely") : msg("render.report.not_surely"));
  return {words_cell(figure_name(frame, row)), share_of_n_cell(frame, row.first), share_of_n_cell(frame, row.second), std::move(change),
          words_cell(surely)};
}

std::string list_title(const Frame& frame, const ListAt& list) {
  const Touchpoint* touchpoint = frame.map.map.touchpoint(list.touchpoint);
  const std::vector<std::pair<std::string, Arg>> args = {{"n", static_cast<std::int64_t>(frame.map.figures->listed.size())},
                                                         {"name", touchpoint ? Arg(touchpoint->name) : Arg(list.touchpoint)}};
  switch (list.who) {
    case ListWho::lost: return frame.say(msg("render.report.list.lost", args));
    case ListWho::open: return frame.say(msg("render.report.list.open", args));
    case ListWho::visited: break;
  }
  return frame.say(msg("render.report.list.visited", args));
}

}  // namespace

std::string html_comparison(const Frame& frame) {
  if (!frame.measured() || !frame.map.against) return {};
  const SideBySide sides = side_by_side(frame.map);
  std::string out = "<section aria-labelledby=\"comparison-title\">\n<h2 id=\"comparison-title\">" +
                    html_escaped(frame.say(msg("render.report.compared"))) + "</h2>\n<p class=\"lead\">";
  for (const Message& sentence : comparison_sentences(frame.map)) out += html_escaped(frame.say(sentence)) + " ";
  std::vector<std::vector<HtmlCell>> rows;
  for (const auto& row : sides.rows) rows.push_back(compared_row(frame, row));
  return out + "</p>\n" +
         html_table("comparison-table", frame.say(msg("render.report.compared_table")),
                    {{frame.say(msg("render.report.compared_figure")), {}, false},
                     {frame.say(sides.first), {}, true},
                     {frame.say(sides.second), {}, true},
                     {frame.say(msg("render.report.change")), {}, true, frame.say(msg("render.report.points"))},
                     {frame.say(msg("render.report.chance")), {}, false}},
                    rows) +
         "</section>\n";
}

std::string html_list(const Frame& frame) {
  if (!frame.measured() || !frame.map.list) return {};
  const auto& listed = frame.map.figures->listed;
  const auto zone = Zone::find(frame.map.settings.zone);
  const std::string title = list_title(frame, *frame.map.list);
  std::string out = "<section aria-labelledby=\"list-title\">\n<h2 id=\"list-title\">" + html_escaped(title) + "</h2>\n";
  if (frame.map.list->who == ListWho::lost && !listed.empty())
    out += "<p class=\"lead\">" + html_escaped(frame.say(msg("render.report.list.lead"))) + "</p>\n";
  std::vector<std::vector<HtmlCell>> rows;
  for (const auto& one : listed) {
    if (rows.size() == kListedMax) break;
    rows.push_back({words_cell(one.customer),
                    count_cell(frame, one.journeys),
                    {one.last_visit == kNoTime ? "–" : show_table_moment(one.last_visit, zone.value_or(Zone::utc()), frame.lang)}});
  }
  if (!rows.empty())
    out += html_table("list-table", title,
                      {{frame.say(msg("render.report.customer")), {}, false},
                       {frame.say(msg("render.report.journeys"))},
                       {frame.say(msg("render.report.last_visit"))}},
                      rows);
  if (rows.size() < listed.size())
    out += "<p class=\"note\">" + html_escaped(frame.say(msg("render.report.list.left_out", {{"n", static_cast<std::int64_t>(rows.size())}}))) +
           "</p>\n";
  return out + "</section>\n";
}

}  // namespace parcours
