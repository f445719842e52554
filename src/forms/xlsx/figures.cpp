// Every figure a row: what it is of, its value, interval and n as numbers, and what it means.
#include <cmath>

#include "forms/xlsx/sheets.h"
#include "questions/definitions.h"

namespace parcours {
namespace {

using Format = XlsxCell::Format;

class Rows {
 public:
  Rows(const Frame& frame, XlsxSheet& sheet) : frame_(frame), sheet_(sheet) {}

  void of(std::string stage, std::string touchpoint) { stage_ = std::move(stage), touchpoint_ = std::move(touchpoint); }

  void count(std::string_view code, std::int64_t n) { add(code, count_cell(n), words(""), words(""), words(""), ""); }

  void share(std::string_view code, const Share& share) {
    if (share.n > 0) figure(code, Format::share, share.value, share.low, share.high, share.n, 1);
  }

  void estimate(std::string_view code, Format format, const std::optional<Estimate>& estimate, double scale = 1) {
    if (estimate) figure(code, format, estimate->value, estimate->low, estimate->high, estimate->n, scale);
  }

 private:
  void figure(std::string_view code, Format format, double value, double low, double high, std::int64_t n, double scale) {
    const Strength strength = strength_of(n);
    const auto cell = [&](double of) { return std::isfinite(of) && strength != Strength::withheld ? XlsxCell{format, {}, of * scale} : words(""); };
    const std::string mark = strength == Strength::weak       ? frame_.say(msg("forms.xlsx.weak"))
                             : strength == Strength::withheld ? frame_.say(msg("forms.xlsx.withheld"))
                                                              : "";
    add(code, cell(value), cell(low), cell(high), count_cell(n), mark);
  }

  void add(std::string_view code, XlsxCell value, XlsxCell low, XlsxCell high, XlsxCell n, const std::string& mark) {
    const FigureInfo& info = figure_info("measure", code);
    sheet_.rows.push_back({words(stage_), words(touchpoint_), words(name_of(info, frame_.lang)), std::move(value), std::move(low), std::move(high),
                           std::move(n), words(mark), words(definition_of(info, frame_.lang))});
  }

  const Frame& frame_;
  XlsxSheet& sheet_;
  std::string stage_, touchpoint_;
};

template <class F>
void add_common(Rows& rows, const F& figures) {
  rows.count("customers", figures.customers);
  rows.count("journeys", figures.journeys);
  rows.count("visits", figures.visits);
  rows.share("to_next_stage", figures.to_next_stage);
  rows.share("to_goal", figures.to_goal);
  rows.count("lost", figures.lost);
  rows.share("drop_off", figures.drop_off);
  rows.estimate("at_stake", Format::money, figures.at_stake);
  rows.estimate("to_next", Format::duration, figures.to_next.median, 1 / kDaySeconds);
  if (figures.score) rows.estimate("emotion", Format::score, figures.score->emotion);
}

}  // namespace

XlsxSheet figures_sheet(const Frame& frame) {
  const auto said = [&](std::string_view key) { return frame.say(text(key, frame.lang)); };
  XlsxSheet sheet{said("forms.xlsx.figures"),
                  {{said("render.report.stage"), 22},
                   {said("render.report.touchpoint"), 28},
                   {said("forms.xlsx.figure"), 26},
                   {said("render.report.value"), 14},
                   {said("forms.xlsx.low"), 12},
                   {said("forms.xlsx.high"), 12},
                   {"n", 10},
                   {said("forms.xlsx.mark"), 20},
                   {said("forms.xlsx.definition"), 90}},
                  {},
                  3,
                  true};
  if (!frame.measured()) return sheet;
  Rows rows(frame, sheet);
  rows.of(said("forms.xlsx.whole"), "");
  rows.count("customers", frame.map.figures->all.customers);
  rows.count("journeys", frame.map.figures->all.journeys);
  rows.share("conversion", frame.map.figures->all.conversion);
  for (const Column& column : frame.columns) {
    if (!column.figures) continue;
    rows.of(frame.say(column.stage->name), "");
    add_common(rows, *column.figures);
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      const TouchpointFigures* figures = frame.map.touchpoint(touchpoint.id);
      if (!figures || !figures->has_rule) continue;
      rows.of(frame.say(column.stage->name), frame.say(touchpoint.name));
      add_common(rows, *figures);
    }
  }
  return sheet;
}

}  // namespace parcours
