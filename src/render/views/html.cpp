// The picture of the teams' views in a page of its own, with all they say in a table.
#include "base/number.h"
#include "render/html_page.h"
#include "render/views.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

HtmlCell view_cell(const ViewsFrame& frame, const std::string& touchpoint, const LocalText& team) {
  for (const TeamView& view : frame.map().views) {
    if (view.touchpoint != touchpoint || view.team != team) continue;
    const std::string note = view.note.empty() ? "" : frame.frame.say(view.note);
    return view.emotion ? words_cell(say_emotion(frame.frame, *view.emotion), note) : words_cell("–", note);
  }
  return words_cell("");
}

std::vector<HtmlCell> touchpoint_row(const ViewsFrame& frame, const Stage& stage, const Touchpoint& touchpoint) {
  const Lang lang = frame.frame.lang;
  const Disagreement* at = frame.at(touchpoint.id);
  const bool compares = at && at->compares();
  std::vector<HtmlCell> row = {
      words_cell(frame.frame.say(touchpoint.name.empty() ? LocalText{touchpoint.id, {}, {}} : touchpoint.name), frame.frame.say(stage.name))};
  row.push_back({show_count(static_cast<std::int64_t>(at ? at->teams() : 0), lang)});
  row.push_back({compares ? show_number(at->spread, lang) : "–", CellLook::number, {}, compares && at->spread >= kOppositeSpread});
  row.push_back({compares ? show_number(at->deviation, lang, 2) : "–"});
  for (const SeeingTeam& team : frame.teams) row.push_back(view_cell(frame, touchpoint.id, team.name));
  return row;
}

}  // namespace

std::string views_to_html(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  const ViewsFrame views = views_frame(frame);
  std::vector<HtmlColumn> columns = {{frame.say(msg("render.views.touchpoint")), {}, false},
                                     {frame.say(msg("render.views.teams"))},
                                     {frame.say(msg("render.views.spread_name")), frame.say(msg("render.views.spread_definition"))},
                                     {frame.say(msg("render.views.deviation_name")), frame.say(msg("render.views.deviation_definition"))}};
  for (const SeeingTeam& team : views.teams) columns.push_back({frame.say(team.name), {}, false});
  std::vector<std::vector<HtmlCell>> rows;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) rows.push_back(touchpoint_row(views, stage, touchpoint));
  const std::string lead = "<p class=\"lead\">" + html_escaped(frame.say(disagreement_sentence(map.map, views.all))) + "</p>\n";
  const std::string definitions = "<p class=\"note\">" + html_escaped(frame.say(msg("render.views.spread_definition"))) + " " +
                                  html_escaped(frame.say(msg("render.views.deviation_definition"))) + "</p>\n";
  const std::string title = frame.say(msg("render.views.title")) + " – " + frame.say(map.map.title);
  return html_document({options.lang, options.theme, title, to_svg(draw_views(map, options)),
                        lead + html_table("views-table", frame.say(msg("render.views.who")), columns, rows) + definitions,
                        frame.say(msg("render.views.basis")), "views-table"});
}

}  // namespace parcours
