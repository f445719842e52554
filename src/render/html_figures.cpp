// The tables of figures beside the picture: stages, touchpoints, moves; and what the figures mean.
#include <array>
#include <cmath>

#include "base/number.h"
#include "questions/definitions.h"
#include "render/html_page.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kArrowsMax = 40;

HtmlCell median(const Frame& frame, const TimeFigure& time) {
  if (!time.median) return {"–", CellLook::number};
  return shaded_cell(frame, show_duration(time.median->value, frame.lang), time.n);
}

// What was typed in from elsewhere: "time spent 25 min · n 31 (Observation 2026)".
std::string reported(const Frame& frame, const Touchpoint& touchpoint) {
  std::string out;
  for (const ReportedFigure& figure : touchpoint.figures) {
    out += (out.empty() ? "" : " ; ") + say_reported(frame, figure);
    if (figure.evidence.reported()) out += " (" + frame.say(figure.evidence.source) + ")";
  }
  return out;
}

HtmlCell feeling(const Frame& frame, const std::optional<ScoreFigure>& score) {
  if (!score || !score->emotion) return {"–", CellLook::number};
  HtmlCell cell = shaded_cell(frame, (score->emotion->value > 0 ? "+" : "") + show_number(score->emotion->value, frame.lang), score->n);
  if (cell.look != CellLook::withheld && !std::isnan(score->emotion->low))
    cell.note = "[" + show_number(score->emotion->low, frame.lang) + " – " + show_number(score->emotion->high, frame.lang) + "]";
  return cell;
}

std::vector<HtmlColumn> columns_of(const Frame& frame, HtmlColumn first, std::initializer_list<std::string_view> codes) {
  std::vector<HtmlColumn> out = {std::move(first)};
  for (const auto code : codes) out.push_back(figure_column(frame, code));
  return out;
}

// The touchpoints' columns that say something on this map.
struct TouchpointColumns {
  bool score = false, reported = false;
  explicit TouchpointColumns(const Frame& frame) {
    for (const Column& column : frame.columns)
      for (const Touchpoint& touchpoint : column.stage->touchpoints) {
        const TouchpointFigures* f = frame.map.touchpoint(touchpoint.id);
        score = score || (f && f->score);
        reported = reported || !touchpoint.figures.empty();
      }
  }
};

// Where the touchpoint is: its stage, its channel.
std::string place_of(const Frame& frame, const Column& column, const Touchpoint& touchpoint) {
  const std::string stage = frame.say(column.stage->name);
  return touchpoint.channel.empty() ? stage : stage + " · " + frame.say(frame.channel(touchpoint.channel).name);
}

std::vector<HtmlCell> touchpoint_row(const Frame& frame, const Column& column, const Touchpoint& touchpoint, const TouchpointColumns& shown) {
  std::vector<HtmlCell> row = {words_cell(frame.say(touchpoint.name), place_of(frame, column, touchpoint))};
  const TouchpointFigures* f = frame.map.touchpoint(touchpoint.id);
  if (frame.measured() && f && f->has_rule) {
    row.insert(row.end(),
               {count_cell(frame, f->customers), count_cell(frame, f->journeys), count_cell(frame, f->visits), share_of_n_cell(frame, f->to_goal),
                count_cell(frame, f->lost), share_of_n_cell(frame, f->drop_off), money_cell(frame, f->at_stake), median(frame, f->to_next)});
    if (shown.score) row.push_back(feeling(frame, f->score));
  } else if (frame.measured()) {
    row.push_back(words_cell(frame.say(touchpoint.out_of_sight ? msg("render.out_of_sight") : msg("render.not_measured"))));
    row.resize(shown.score ? 10 : 9, words_cell(""));
  }
  if (shown.reported) row.push_back(words_cell(reported(frame, touchpoint)));
  return row;
}

}  // namespace

HtmlCell shaded_cell(const Frame& frame, std::string text, std::int64_t n) {
  switch (strength_of(n)) {
    case Strength::withheld: return {parcours::text("render.withheld", frame.lang), CellLook::withheld};
    case Strength::weak: return {text + ", " + frame.say(msg("render.weak", {{"n", n}})), CellLook::weak};
    case Strength::solid: break;
  }
  return {std::move(text), CellLook::number};
}

HtmlCell money_cell(const Frame& frame, const std::optional<Estimate>& money) {
  if (!money) return {"–", CellLook::number};
  if (strength_of(money->n) == Strength::withheld) return {parcours::text("render.withheld", frame.lang), CellLook::withheld};
  return {say_money(frame, money->value), strength_of(money->n) == Strength::weak ? CellLook::weak : CellLook::number,
          say_money_range(frame, *money)};
}

HtmlCell words_cell(std::string text, std::string note) { return {std::move(text), CellLook::text, std::move(note)}; }
HtmlCell count_cell(const Frame& frame, std::int64_t n) { return {show_count(n, frame.lang), CellLook::number}; }

HtmlCell share_cell(const Frame& frame, const Share& share) {
  if (share.n == 0) return {"–", CellLook::number};
  HtmlCell cell = shaded_cell(frame, show_percent(share.value, frame.lang), share.n);
  if (cell.look != CellLook::withheld) cell.note = say_range(frame, share.low, share.high);
  return cell;
}

HtmlCell share_of_n_cell(const Frame& frame, const Share& share) {
  HtmlCell cell = share_cell(frame, share);
  if (!cell.note.empty() && cell.look != CellLook::weak) cell.note = frame.say(msg("render.report.of_n", {{"range", cell.note}, {"n", share.n}}));
  return cell;
}

HtmlColumn figure_column(const Frame& frame, std::string_view code) {
  const FigureInfo& info = figure_info("measure", code);
  return {name_of(info, frame.lang), definition_of(info, frame.lang), true, base_of(info, frame.lang)};
}

std::string html_stages(const Frame& frame) {
  if (!frame.measured()) return {};
  std::vector<std::vector<HtmlCell>> rows;
  for (const Column& column : frame.columns) {
    if (!column.figures) continue;
    const StageFigures& f = *column.figures;
    rows.push_back({words_cell(frame.say(column.stage->name)), count_cell(frame, f.customers), count_cell(frame, f.journeys),
                    count_cell(frame, f.visits), share_of_n_cell(frame, f.to_next_stage), share_of_n_cell(frame, f.to_goal),
                    count_cell(frame, f.lost), share_of_n_cell(frame, f.drop_off), money_cell(frame, f.at_stake), median(frame, f.to_next)});
  }
  return html_table("stages-table", frame.say(msg("render.report.stages")),
                    columns_of(frame, {frame.say(msg("render.report.stage")), {}, false},
                               {"customers", "journeys", "visits", "to_next_stage", "to_goal", "lost", "drop_off", "at_stake", "to_next"}),
                    rows);
}

std::string html_touchpoints(const Frame& frame) {
  const TouchpointColumns shown(frame);
  std::vector<HtmlColumn> columns = {{frame.say(msg("render.report.touchpoint")), {}, false}};
  if (frame.measured()) {
    for (const auto code : {"customers", "journeys", "visits", "to_goal", "lost", "drop_off", "at_stake", "to_next"})
      columns.push_back(figure_column(frame, code));
    if (shown.score) columns.push_back(figure_column(frame, "emotion"));
  }
  if (shown.reported) columns.push_back({frame.say(msg("render.report.reported")), {}, false});
  std::vector<std::vector<HtmlCell>> rows;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) rows.push_back(touchpoint_row(frame, column, touchpoint, shown));
  return rows.empty() ? "" : html_table("touchpoints-table", frame.say(msg("render.report.touchpoints")), columns, rows);
}

std::string html_arrows(const Frame& frame) {
  if (!frame.measured() || frame.map.figures->all.arrows.empty()) return {};
  const auto& arrows = frame.map.figures->all.arrows;
  std::vector<std::vector<HtmlCell>> rows;
  const auto name = [&](const std::string& id) {
    const Touchpoint* touchpoint = frame.map.map.touchpoint(id);
    return words_cell(touchpoint ? frame.say(touchpoint->name) : id);
  };
  for (const ArrowFigures& arrow : arrows) {
    if (rows.size() == kArrowsMax) break;
    rows.push_back({name(arrow.from), name(arrow.to), count_cell(frame, arrow.count), count_cell(frame, arrow.moves),
                    arrow.median_s ? shaded_cell(frame, show_duration(*arrow.median_s, frame.lang), arrow.moves) : HtmlCell{"–", CellLook::number}});
  }
  const auto left = static_cast<std::int64_t>(arrows.size() - rows.size());
  const std::string caption = frame.say(msg("render.report.arrows")) + (left > 0 ? " " + frame.say(msg("render.report.more", {{"n", left}})) : "");
  std::vector<HtmlColumn> columns =
      columns_of(frame, {frame.say(msg("render.report.from")), {}, false}, {"arrow_count", "arrow_moves", "arrow_median_s"});
  columns.insert(columns.begin() + 1, {frame.say(msg("render.report.to")), {}, false});
  return html_table("moves-table", caption, columns, rows);
}

std::string html_definitions(const Frame& frame) {
  static constexpr std::array<std::string_view, 16> kExplained = {"customers",   "journeys",   "visits",   "to_next_stage", "to_goal", "lost",
                                                                  "drop_off",    "at_stake",   "to_next",  "emotion",       "river",   "arrow_count",
                                                                  "arrow_moves", "conversion", "returned", "coverage"};
  if (!frame.measured()) return {};
  std::string out = "<section aria-labelledby=\"definitions-title\">\n<h2 id=\"definitions-title\">" +
                    html_escaped(frame.say(msg("render.report.definitions"))) + "</h2>\n<dl>\n";
  for (const auto code : kExplained) {
    const FigureInfo& info = figure_info("measure", code);
    out += "<dt>" + html_escaped(name_of(info, frame.lang)) + "</dt><dd>" + html_escaped(definition_of(info, frame.lang)) + "</dd>\n";
  }
  return out + "</dl>\n<p>" + html_escaped(frame.say(msg("render.report.weak"))) + "</p>\n</section>\n";
}

}  // namespace parcours
