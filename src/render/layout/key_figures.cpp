#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kFigureWidth = 148, kFigureGap = 10;

struct KeyFigure {
  std::string value, label, note;
  bool weak = false;
};

KeyFigure coverage_figure(const Frame& frame) {
  const Coverage& coverage = frame.map.coverage;
  const double share = coverage.total() > 0 ? static_cast<double>(coverage.measured) / coverage.total() : 0;
  return {show_percent(share, frame.lang, 0), frame.say(msg("render.kpi.measured")),
          frame.say(msg("render.kpi.measured_of",
                        {{"reported", static_cast<std::int64_t>(coverage.reported)}, {"assumed", static_cast<std::int64_t>(coverage.assumed)}}))};
}

KeyFigure conversion_figure(const Frame& frame, const MeasuredFigures& all) {
  const Share& share = all.conversion;
  const std::string label = frame.say(frame.map.map.goal.empty() ? msg("render.kpi.no_goal")
                                      : frame.map.of_today()     ? msg("render.kpi.conversion_of_today")
                                                                 : msg("render.kpi.conversion"));
  if (frame.map.map.goal.empty() || share.n == 0) return {"–", label, {}, true};
  const bool hidden = strength_of(share.n) == Strength::withheld;
  std::string note = frame.say(msg("render.kpi.conversion_of", {{"range", hidden ? "" : say_range(frame, share.low, share.high)}, {"n", share.n}}));
  if (open_share(all) > kManyOpen && !hidden)
    note = frame.say(msg("render.kpi.many_open", {{"now", note}, {"open", all.open}, {"value", Percent{all.conversion_with_open.value}}}));
  if (frame.map.against && frame.map.against->figures.all.conversion.n >= kWithheldBelow) {
    const Share& other = frame.map.against->figures.all.conversion;
    note = frame.say(msg("render.kpi.against",
                         {{"now", note}, {"value", show_percent(other.value, frame.lang, 1)}, {"range", say_range(frame, other.low, other.high)}}));
  }
  return {hidden ? frame.say(msg("render.withheld")) : show_percent(share.value, frame.lang, 1), label, std::move(note),
          strength_of(share.n) != Strength::solid};
}

std::vector<KeyFigure> measured_figures(const Frame& frame) {
  const MeasuredFigures& all = frame.map.figures->all;
  return {{say_count(frame, all.customers), frame.say(msg("render.kpi.customers", {{"n", all.customers}})),
           frame.say(msg("render.journeys", {{"n", all.journeys}})), all.customers < kWeakBelow},
          conversion_figure(frame, all),
          coverage_figure(frame)};
}

std::vector<KeyFigure> authored_figures(const Frame& frame) {
  std::int64_t stages = 0, touchpoints = 0, moments = 0, frictions = 0;
  for (const Stage& stage : frame.map.map.stages) {
    stages += !frame.draws_as_gone("stage-" + stage.id);
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      touchpoints += !frame.draws_as_gone("tp-" + touchpoint.id), moments += touchpoint.moment_of_truth.has_value();
      frictions += std::count_if(touchpoint.frictions.begin(), touchpoint.frictions.end(),
                                 [&](const Friction& friction) { return !frame.draws_as_gone("friction-" + friction.id); });
    }
  }
  std::vector<KeyFigure> figures = {{say_count(frame, touchpoints), frame.say(msg("render.kpi.touchpoints", {{"n", touchpoints}})),
                                     frame.say(msg("render.kpi.stages", {{"n", stages}}))},
                                    {say_count(frame, moments), frame.say(msg("render.kpi.moments", {{"n", moments}})),
                                     frame.say(msg("render.kpi.frictions", {{"n", frictions}}))}};
  if (!frame.options.figures_kept_back) figures.push_back(coverage_figure(frame));
  return figures;
}

}  // namespace

// Measured full, reported hatched by dots' colour, assumed hollow: the same three kinds as everywhere, as one small bar.
Node coverage_bar(const Frame& frame, double x, double y, double width) {
  Node bar = group();
  const Coverage& coverage = frame.map.coverage;
  if (coverage.total() == 0) return bar;
  const double unit = width / coverage.total();
  const double measured = coverage.measured * unit, reported = coverage.reported * unit;
  bar.add(rect({x, y, width, 5}, frame.colour.line_soft, {}, 2.5));
  if (measured + reported > 0) bar.add(rect({x, y, std::max(5.0, measured + reported), 5}, frame.colour.measured.faded(0.38), {}, 2.5));
  if (measured > 0) bar.add(rect({x, y, std::max(5.0, measured), 5}, frame.colour.measured, {}, 2.5));
  return bar;
}

Node key_figures(const Frame& frame) {
  const auto figures = frame.measured() ? measured_figures(frame) : authored_figures(frame);
  Node node = group("key-figures");
  double x = 0, bottom = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const KeyFigure& figure = figures[i];
    Node item = group({}, figure.weak ? "figure weak" : "figure");
    const TextStyle value_style = styled(kTitle, Weight::bold, figure.weak ? frame.colour.ink_soft : frame.colour.ink);
    item.add(text_block(figure.value, x, 0, kFigureWidth, value_style, 1));
    double y = line_height(value_style) + 3;
    y += item.add(text_block(figure.label, x, y, kFigureWidth, styled(kBody, Weight::semibold, frame.colour.ink), 2)).box.h + 1;
    if (!figure.note.empty())
      y += item.add(text_block(figure.note, x, y, kFigureWidth, styled(kSmall, Weight::regular, frame.colour.ink_soft), 5)).box.h;
    if (i + 1 == figures.size() && !frame.options.figures_kept_back) item.add(coverage_bar(frame, x, y + 8, kFigureWidth)), y += 13;
    bottom = std::max(bottom, y);
    node.add(std::move(item));
    x += kFigureWidth + kFigureGap;
  }
  const bool synthetic = frame.measured() && frame.map.figures->basis.synthetic;
  if (synthetic) {
    Node mark = chip(frame.say(msg("render.synthetic")), 0, bottom + 12, {frame.colour.quiet, true});
    mark.id = "synthetic";
    node.add(std::move(mark));
  }
  node.box = {0, 0, x - kFigureGap, node.box.bottom()};
  return node;
}

}  // namespace parcours
