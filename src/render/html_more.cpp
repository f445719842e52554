// The figures that the picture has no room for: of the whole map, scores, times, returns, and what no touchpoint claims.
#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "questions/answer_table.h"
#include "questions/definitions.h"
#include "questions/statistics.h"
#include "render/html_page.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kLongTable = 12;  // rows from which on a table is folded away
constexpr std::size_t kUnclaimedMax = 20;

struct MeasuredPlace {
  const Touchpoint* touchpoint;
  const TouchpointFigures* figures;
};

std::vector<MeasuredPlace> measured_places(const Frame& frame) {
  std::vector<MeasuredPlace> out;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints)
      if (const auto* figures = frame.map.touchpoint(touchpoint.id); figures && figures->has_rule) out.push_back({&touchpoint, figures});
  return out;
}

std::string own_words(const Frame& frame, std::string_view key) { return frame.say(text(key, frame.lang)); }

std::string folded(const Frame& frame, std::string_view title, std::size_t rows, const std::string& table) {
  if (rows <= kLongTable) return table;
  return "<details>\n<summary>" + html_escaped(own_words(frame, title)) + "</summary>\n" + table + "</details>\n";
}

HtmlCell number_cell(const Frame& frame, const std::optional<Estimate>& estimate, int decimals) {
  if (!estimate) return {"–"};
  HtmlCell cell = shaded_cell(frame, show_number(estimate->value, frame.lang, decimals), estimate->n);
  if (cell.look != CellLook::withheld && !std::isnan(estimate->low))
    cell.note = "[" + show_number(estimate->low, frame.lang, decimals) + " – " + show_number(estimate->high, frame.lang, decimals) + "]";
  return cell;
}

HtmlCell span_cell(const Frame& frame, const TimeFigure& time) {
  if (!time.median) return {"–"};
  HtmlCell cell = shaded_cell(frame, show_duration(time.median->value, frame.lang), time.n);
  if (cell.look != CellLook::withheld) cell.note = show_duration_range(time.median->low, time.median->high, frame.lang);
  return cell;
}

HtmlCell index_cell(const Frame& frame, const TouchpointFigures& figures) {
  return figures.chance_lost ? shaded_cell(frame, show_number(*figures.chance_lost, frame.lang, 2), figures.journeys) : HtmlCell{"–"};
}

HtmlCell optional_share(const Frame& frame, const std::optional<Share>& share) { return share ? share_of_n_cell(frame, *share) : HtmlCell{"–"}; }

HtmlCell time_to_goal(const Frame& frame, const MeasuredFigures& f) {
  if (f.median_to_goal_s) return shaded_cell(frame, show_duration(*f.median_to_goal_s, frame.lang), f.journeys);
  return {frame.map.map.goal.empty() || f.journeys == 0 ? "–" : own_words(frame, "table.never_half")};
}

std::vector<HtmlColumn> columns_under(const Frame& frame, const std::string& first, std::initializer_list<std::string_view> codes) {
  std::vector<HtmlColumn> out = {{first, {}, false}};
  for (const auto code : codes) out.push_back(figure_column(frame, code));
  return out;
}

}  // namespace

std::string html_whole(const Frame& frame) {
  if (!frame.measured()) return {};
  const MeasuredFigures& f = frame.map.figures->all;
  std::vector<std::pair<std::string_view, HtmlCell>> figures = {{"customers", count_cell(frame, f.customers)},
                                                                {"journeys", count_cell(frame, f.journeys)},
                                                                {"open", count_cell(frame, f.open)},
                                                                {"closed", count_cell(frame, f.closed)},
                                                                {"reached_goal", count_cell(frame, f.reached_goal)},
                                                                {"closed_without_goal", count_cell(frame, f.closed_without_goal)},
                                                                {"conversion", share_of_n_cell(frame, f.conversion)},
                                                                {"conversion_with_open", share_of_n_cell(frame, f.conversion_with_open)},
                                                                {"goal_value", money_cell(frame, f.goal_value)},
                                                                {"median_to_goal_s", time_to_goal(frame, f)}};
  if (f.returned) figures.emplace_back("returned", share_of_n_cell(frame, *f.returned));
  const MeasureAnswer& answer = *frame.map.figures;
  figures.emplace_back("coverage", share_of_n_cell(frame, wilson(answer.claimed_events, answer.basis.events)));
  std::vector<std::vector<HtmlCell>> rows;
  for (auto& [code, cell] : figures) {
    const HtmlColumn named = figure_column(frame, code);
    rows.push_back({words_cell(named.name, named.note), std::move(cell)});
  }
  return html_table("whole-table", own_words(frame, "table.whole"),
                    {{own_words(frame, "table.figure"), {}, false}, {own_words(frame, "table.value")}}, rows);
}

std::string html_scores(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const auto& [touchpoint, figures] : measured_places(frame)) {
    if (!figures->score) continue;
    const ScoreFigure& score = *figures->score;
    rows.push_back({words_cell(frame.say(touchpoint->name)), count_cell(frame, score.n), number_cell(frame, score.nps, 1),
                    optional_share(frame, score.csat), number_cell(frame, score.ces_mean, 2), optional_share(frame, score.ces_high),
                    number_cell(frame, score.emotion, 2)});
  }
  if (rows.empty()) return {};
  auto columns = columns_under(frame, frame.say(msg("render.report.touchpoint")), {"nps", "csat", "ces_mean", "ces_high", "emotion"});
  columns.insert(columns.begin() + 1, HtmlColumn{"n"});
  leave_out_unsaid(columns, rows);
  return html_table("scores-table", own_words(frame, "table.scores"), columns, rows);
}

std::string html_times(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const auto& [touchpoint, figures] : measured_places(frame)) {
    const bool is_goal = touchpoint->id == frame.map.map.goal;  // from itself to itself: nothing to say
    rows.push_back({words_cell(frame.say(touchpoint->name)), span_cell(frame, figures->within), span_cell(frame, figures->to_next),
                    is_goal ? HtmlCell{"–"} : span_cell(frame, figures->to_goal_time), share_of_n_cell(frame, figures->repeats),
                    count_cell(frame, figures->failed), index_cell(frame, *figures)});
  }
  if (rows.empty()) return {};
  auto columns =
      columns_under(frame, frame.say(msg("render.report.touchpoint")), {"within", "to_next", "to_goal_time", "repeats", "failed", "chance_lost"});
  leave_out_unsaid(columns, rows);
  return folded(frame, "render.report.times", rows.size(), html_table("times-table", own_words(frame, "render.report.times"), columns, rows));
}

std::string html_unclaimed(const Frame& frame) {
  if (!frame.measured() || frame.map.figures->unclaimed.empty()) return {};
  const auto& unclaimed = frame.map.figures->unclaimed;
  std::vector<std::vector<HtmlCell>> rows;
  for (const Unclaimed& one : unclaimed) {
    if (rows.size() == kUnclaimedMax) break;
    rows.push_back({words_cell(one.event), count_cell(frame, one.count)});
  }
  const auto left = static_cast<std::int64_t>(unclaimed.size() - rows.size());
  const std::string title = own_words(frame, "table.unclaimed") + (left > 0 ? " " + frame.say(msg("render.report.more", {{"n", left}})) : "");
  return folded(frame, "table.unclaimed", rows.size(),
                html_table("unclaimed-table", title, {{own_words(frame, "table.event"), {}, false}, figure_column(frame, "unclaimed")}, rows));
}

}  // namespace parcours
