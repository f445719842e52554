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

HtmlCell words(std::string text) { return {std::move(text), CellLook::text}; }
HtmlCell count(const Frame& frame, std::int64_t n) { return {show_count(n, frame.lang), CellLook::number}; }

HtmlCell shaded(const Frame& frame, std::string text, std::int64_t n) {
  switch (strength_of(n)) {
    case Strength::withheld: return {parcours::text("render.withheld", frame.lang), CellLook::withheld};
    case Strength::weak: return {text + ", " + frame.say(msg("render.weak", {{"n", n}})), CellLook::weak};
    case Strength::solid: break;
  }
  return {std::move(text), CellLook::number};
}

HtmlCell share(const Frame& frame, const Share& share) {
  if (share.n == 0) return {"–", CellLook::number};
  return shaded(frame, show_percent(share.value, frame.lang) + " " + say_range(frame, share.low, share.high), share.n);
}

HtmlCell money(const Frame& frame, const std::optional<Estimate>& money) {
  if (!money) return {"–", CellLook::number};
  if (strength_of(money->n) == Strength::withheld) return {parcours::text("render.withheld", frame.lang), CellLook::withheld};
  return {say_money(frame, money->value) + " " + say_money_range(frame, *money),
          strength_of(money->n) == Strength::weak ? CellLook::weak : CellLook::number};
}

HtmlCell median(const Frame& frame, const TimeFigure& time) {
  if (!time.median) return {"–", CellLook::number};
  return shaded(frame, show_duration(time.median->value, frame.lang), time.n);
}

// What was typed in from elsewhere: "25 min · n 31 (Observation 2026)".
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
  return shaded(frame, (score->emotion->value > 0 ? "+" : "") + show_number(score->emotion->value, frame.lang), score->n);
}

HtmlColumn figure_column(const Frame& frame, std::string_view code) {
  const FigureInfo& info = figure_info("measure", code);
  return {name_of(info, frame.lang), definition_of(info, frame.lang), true};
}

std::vector<HtmlColumn> columns_of(const Frame& frame, HtmlColumn first, std::initializer_list<std::string_view> codes) {
  std::vector<HtmlColumn> out = {std::move(first)};
  for (const auto code : codes) out.push_back(figure_column(frame, code));
  return out;
}

}  // namespace

std::string html_stages(const Frame& frame) {
  if (!frame.measured()) return {};
  std::vector<std::vector<HtmlCell>> rows;
  for (const Column& column : frame.columns) {
    if (!column.figures) continue;
    const StageFigures& f = *column.figures;
    rows.push_back({words(frame.say(column.stage->name)), count(frame, f.customers), count(frame, f.journeys), count(frame, f.visits),
                    share(frame, f.to_next_stage), share(frame, f.to_goal), count(frame, f.lost), share(frame, f.drop_off), money(frame, f.at_stake),
                    median(frame, f.to_next)});
  }
  return html_table("stages-table", frame.say(msg("render.report.stages")),
                    columns_of(frame, {frame.say(msg("render.report.stage")), {}, false},
                               {"customers", "journeys", "visits", "to_next_stage", "to_goal", "lost", "drop_off", "at_stake", "to_next"}),
                    rows);
}

std::string html_touchpoints(const Frame& frame) {
  std::vector<HtmlColumn> columns = {{frame.say(msg("render.report.touchpoint")), {}, false},
                                     {frame.say(msg("render.report.stage")), {}, false},
                                     {frame.say(msg("render.report.channel")), {}, false}};
  if (frame.measured())
    for (const auto code : {"customers", "journeys", "visits", "to_goal", "lost", "drop_off", "at_stake", "to_next", "emotion"})
      columns.push_back(figure_column(frame, code));
  columns.push_back({frame.say(msg("render.report.reported")), {}, false});
  std::vector<std::vector<HtmlCell>> rows;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      std::vector<HtmlCell> row = {words(frame.say(touchpoint.name)), words(frame.say(column.stage->name)),
                                   words(touchpoint.channel.empty() ? "" : frame.say(frame.channel(touchpoint.channel).name))};
      const TouchpointFigures* f = frame.map.touchpoint(touchpoint.id);
      if (frame.measured() && f && f->has_rule)
        for (HtmlCell& cell : std::vector<HtmlCell>{count(frame, f->customers), count(frame, f->journeys), count(frame, f->visits),
                                                    share(frame, f->to_goal), count(frame, f->lost), share(frame, f->drop_off),
                                                    money(frame, f->at_stake), median(frame, f->to_next), feeling(frame, f->score)})
          row.push_back(std::move(cell));
      else if (frame.measured()) {
        row.push_back(words(frame.say(touchpoint.out_of_sight ? msg("render.out_of_sight") : msg("render.not_measured"))));
        row.resize(columns.size() - 1, words(""));
      }
      row.push_back(words(reported(frame, touchpoint)));
      rows.push_back(std::move(row));
    }
  return rows.empty() ? "" : html_table("touchpoints-table", frame.say(msg("render.report.touchpoints")), columns, rows);
}

std::string html_arrows(const Frame& frame) {
  if (!frame.measured() || frame.map.figures->all.arrows.empty()) return {};
  const auto& arrows = frame.map.figures->all.arrows;
  std::vector<std::vector<HtmlCell>> rows;
  const auto name = [&](const std::string& id) {
    const Touchpoint* touchpoint = frame.map.map.touchpoint(id);
    return words(touchpoint ? frame.say(touchpoint->name) : id);
  };
  for (const ArrowFigures& arrow : arrows) {
    if (rows.size() == kArrowsMax) break;
    rows.push_back({name(arrow.from), name(arrow.to), count(frame, arrow.count), count(frame, arrow.moves),
                    arrow.median_s ? shaded(frame, show_duration(*arrow.median_s, frame.lang), arrow.moves) : HtmlCell{"–", CellLook::number}});
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
