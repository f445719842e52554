// The sheets that are tables: the map, its frictions, actions, calendar and moves.
#include "base/number.h"
#include "forms/xlsx/sheets.h"
#include "map/stage_dates.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

std::string said(const Frame& frame, std::string_view key) { return frame.say(text(key, frame.lang)); }

std::string lines(const Frame& frame, const std::vector<CustomerWords>& all) {
  std::string out;
  for (const CustomerWords& words : all) out += (out.empty() ? "" : "\n") + say_words(frame, words, false);
  return out;
}

XlsxCell money_cell(const std::optional<Estimate>& money, double Estimate::*side) {
  if (!money || strength_of(money->n) == Strength::withheld) return words("");
  return {XlsxCell::Format::money, {}, (*money).*side};
}

}  // namespace

XlsxSheet map_sheet(const Frame& frame) {
  XlsxSheet sheet{said(frame, "forms.xlsx.map"),
                  {{said(frame, "render.report.stage"), 20},
                   {said(frame, "forms.xlsx.phase"), 16},
                   {said(frame, "render.report.touchpoint"), 28},
                   {said(frame, "render.report.channel"), 16},
                   {said(frame, "render.lane.does"), 34},
                   {said(frame, "render.lane.wants"), 30},
                   {said(frame, "render.lane.asks"), 26},
                   {said(frame, "render.lane.says"), 30},
                   {said(frame, "render.report.frictions"), 34},
                   {said(frame, "forms.xlsx.moment"), 28}},
                  {},
                  3,
                  true};
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      std::vector<CustomerWords> frictions;
      for (const Friction& friction : touchpoint.frictions) frictions.push_back({friction.text, friction.by});
      sheet.rows.push_back({words(frame.say(column.stage->name)), words(said(frame, "render.phase." + std::string(code_of(column.stage->phase)))),
                            words(frame.say(touchpoint.name)),
                            words(touchpoint.channel.empty() ? "" : frame.say(frame.channel(touchpoint.channel).name)),
                            words(lines(frame, touchpoint.does)), words(lines(frame, touchpoint.wants)), words(lines(frame, touchpoint.asks)),
                            words(lines(frame, touchpoint.says)), words(lines(frame, frictions)),
                            words(touchpoint.moment_of_truth ? frame.say(touchpoint.moment_of_truth->promise) : "")});
    }
  return sheet;
}

XlsxSheet moves_sheet(const Frame& frame) {
  XlsxSheet sheet{said(frame, "render.lane.moves"),
                  {{said(frame, "render.report.from"), 30},
                   {said(frame, "render.report.to"), 30},
                   {said(frame, "forms.xlsx.customers"), 12},
                   {said(frame, "forms.xlsx.moves"), 12},
                   {said(frame, "forms.xlsx.median"), 16}},
                  {},
                  0,
                  true};
  if (!frame.measured()) return sheet;
  for (const ArrowFigures& arrow : frame.map.figures->all.arrows) {
    const bool shown = arrow.median_s && strength_of(arrow.moves) != Strength::withheld;
    sheet.rows.push_back({words(say_touchpoint(frame, arrow.from)), words(say_touchpoint(frame, arrow.to)), count_cell(arrow.count),
                          count_cell(arrow.moves), shown ? XlsxCell{XlsxCell::Format::duration, {}, *arrow.median_s / kDaySeconds} : words("")});
  }
  return sheet;
}

XlsxSheet frictions_sheet(const Frame& frame) {
  XlsxSheet sheet{said(frame, "forms.xlsx.frictions"),
                  {{said(frame, "render.report.friction"), 44},
                   {said(frame, "render.report.touchpoint"), 28},
                   {said(frame, "render.report.evidence"), 28},
                   {said(frame, "render.report.expected"), 14},
                   {said(frame, "render.report.measured"), 14},
                   {said(frame, "forms.xlsx.low"), 10},
                   {said(frame, "forms.xlsx.high"), 10},
                   {"n", 10},
                   {said(frame, "render.report.stake"), 14}},
                  {},
                  1,
                  true};
  for (const FrictionView& view : frame.map.frictions) {
    const Friction* friction = frame.map.map.friction(view.id);
    if (!friction) continue;
    XlsxCell expected = words("");
    for (const Expectation& expectation : friction->expect)
      if (expectation.measure == "drop_off") expected = {XlsxCell::Format::share, {}, expectation.value};
    const bool shown = view.drop_off && strength_of(view.drop_off->n) != Strength::withheld;
    const auto share = [&](double Share::*side) { return shown ? XlsxCell{XlsxCell::Format::share, {}, (*view.drop_off).*side} : words(""); };
    sheet.rows.push_back({words(frame.say(friction->text) + say_by(frame, friction->by)), words(say_touchpoint(frame, view.touchpoint)),
                          words(say_evidence(frame, friction->evidence)), expected, share(&Share::value), share(&Share::low), share(&Share::high),
                          view.drop_off ? count_cell(view.drop_off->n) : words(""), money_cell(view.at_stake, &Estimate::value)});
  }
  return sheet;
}

XlsxSheet actions_sheet(const Frame& frame) {
  XlsxSheet sheet{said(frame, "render.lane.actions"),
                  {{said(frame, "render.report.action"), 44},
                   {said(frame, "render.report.touchpoint"), 28},
                   {said(frame, "render.report.owner"), 16},
                   {said(frame, "render.report.due"), 14},
                   {said(frame, "render.report.effort"), 10},
                   {said(frame, "forms.xlsx.status"), 14},
                   {said(frame, "render.report.stake"), 14},
                   {said(frame, "forms.xlsx.low"), 12},
                   {said(frame, "forms.xlsx.high"), 12}},
                  {},
                  1,
                  true};
  for (const RankedAction& ranked : frame.map.actions) {
    const Action* action = frame.map.map.action(ranked.id);
    if (!action) continue;
    sheet.rows.push_back({words(frame.say(action->text)), words(say_touchpoint(frame, ranked.touchpoint)), words(frame.say(action->owner)),
                          words(action->due ? show(*action->due) : ""), action->effort ? count_cell(*action->effort) : words(""),
                          words(said(frame, "forms.xlsx.status." + std::string(code_of(action->status)))),
                          money_cell(ranked.may_gain, &Estimate::value), money_cell(ranked.may_gain, &Estimate::low),
                          money_cell(ranked.may_gain, &Estimate::high)});
  }
  return sheet;
}

XlsxSheet calendar_sheet(const Frame& frame) {
  XlsxSheet sheet{said(frame, "forms.xlsx.calendar"),
                  {{said(frame, "render.report.stage"), 26},
                   {said(frame, "forms.xlsx.when"), 26},
                   {said(frame, "forms.xlsx.from"), 14},
                   {said(frame, "forms.xlsx.from_latest"), 14},
                   {said(frame, "forms.xlsx.until"), 14},
                   {said(frame, "render.lane.how"), 44}},
                  {},
                  1,
                  true};
  for (const StageDates& dates : stage_dates(frame.map.map)) {
    const Stage* stage = frame.map.map.stage(dates.stage);
    if (!stage || stage->when.empty()) continue;
    const auto day = [](const std::optional<Date>& date) { return words(date ? show(*date) : ""); };
    sheet.rows.push_back({words(frame.say(stage->name)), words(say_when(frame, *stage)), day(dates.from_earliest), day(dates.from_latest),
                          day(dates.until_latest), words(frame.say(stage->how))});
  }
  return sheet;
}

}  // namespace parcours
