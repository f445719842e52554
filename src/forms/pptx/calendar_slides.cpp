// When each stage takes place and how: a bar over the months, what is shown, and when work on it must begin.
#include <algorithm>

#include "base/dates.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "map/stage_dates.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kBarsLeft = kSlideMargin + 280, kBarsWide = 420;

struct MonthScale {
  std::int64_t first = 0, last = 0;  // days
  double x(std::int64_t day) const { return kBarsLeft + kBarsWide * static_cast<double>(day - first) / static_cast<double>(last - first + 1); }
};

Date first_of_month(Date day) { return {day.year, day.month, 1}; }
Date next_month(Date day) { return day.month == 12 ? Date{day.year + 1, 1, 1} : Date{day.year, day.month + 1, 1}; }

std::optional<MonthScale> months_of(const std::vector<StageDates>& dates) {
  std::optional<Date> first, last;
  for (const StageDates& one : dates) {
    if (!one.dated()) continue;
    const Date from = *one.from_earliest, until = one.last_possible();
    if (!first || from < *first) first = from;
    if (!last || *last < until) last = until;
  }
  if (!first) return std::nullopt;
  return MonthScale{day_number(first_of_month(*first)), day_number(next_month(*last)) - 1};
}

Date first_day(const MonthScale& scale, const std::vector<StageDates>& dates) {
  for (const StageDates& one : dates)
    if (one.dated() && day_number(first_of_month(*one.from_earliest)) == scale.first) return first_of_month(*one.from_earliest);
  return {};
}

// The beginnings of months, named where their names do not touch.
void add_months(Slide& slide, const Frame& frame, const MonthScale& scale, const std::vector<StageDates>& dates, const Box& box) {
  double free_from = 0;
  for (Date month = first_day(scale, dates); day_number(month) <= scale.last; month = next_month(month)) {
    const double x = scale.x(day_number(month)), w = scale.x(day_number(next_month(month))) - x;
    slide.rect({x, box.y + 24, 1, box.h - 24}, frame.colour.line_soft, {}, 0, "month");
    std::string name = show_short_month(month.month, frame.lang);
    if (month.month == 1 || free_from == 0) name += " " + std::to_string(month.year);
    const double wide = text_width(name, styled(kTableSmall, Weight::regular, {})) + 8;
    if (x < free_from || x + std::max(w, wide) > kBarsLeft + kBarsWide + 60) continue;
    slide.text({{{{name, kTableSmall, frame.colour.ink_soft}}}}, {x + 3, box.y, wide, 18}, false, "month");
    free_from = x + wide;
  }
}

void add_bar(Slide& slide, const MonthScale& scale, const StageDates& dates, const Tone& tone, const Box& row) {
  if (!dates.dated()) return;
  const double from = scale.x(day_number(*dates.from_earliest)), until = scale.x(day_number(dates.last_possible()) + 1);
  const double y = row.y + std::min(row.h, 60.0) / 2 - 8;
  slide.rect({from, y, std::max(until - from, 3.0), 16}, tone.tint, {tone.deep, 1, {}, false}, 4, "may last");
  const double sure_from = scale.x(day_number(*dates.from_latest)), sure_until = scale.x(day_number(dates.last_at_least()) + 1);
  if (sure_until > sure_from) slide.rect({sure_from, y, sure_until - sure_from, 16}, tone.deep, {}, 4, "lasts");
}

TableCell how_of(const Frame& frame, const Stage& stage, const StageDates& dates) {
  TableCell cell;
  if (!stage.how.empty()) cell.push_back({frame.say(stage.how), frame.colour.ink, kTableSmall, Weight::semibold});
  for (const Content& content : stage.contents) {
    std::string line = "• " + frame.say(content.text);
    const auto begin = content.lead_time && dates.dated() ? moved(*dates.from_earliest, -whole_days(*content.lead_time)) : std::nullopt;
    if (begin) line += " — " + frame.say(msg("forms.pptx.work_from", {{"day", say_date(frame, *begin)}}));
    cell.push_back({line, frame.colour.ink, kTableSmall});
  }
  return cell;
}

}  // namespace

std::vector<Slide> calendar_slides(const Frame& frame) {
  const std::vector<StageDates> dates = stage_dates(frame.map.map);
  const auto scale = months_of(dates);
  SlideTable table{frame.say(msg("forms.pptx.calendar")), scale ? frame.say(msg("forms.pptx.calendar_about")) : "", {280, 440, 464}, {}, {}};
  table.heads = {"", "", frame.say(text("forms.pptx.head.how", frame.lang))};
  if (!scale) table.widths = {400, 1, 783};
  bool any = false;
  for (const Column& column : frame.columns) {
    const Stage& stage = *column.stage;
    const std::string when = say_when(frame, stage);
    any = any || !when.empty() || !stage.how.empty() || !stage.contents.empty();
    TableRow row{"stage-" + stage.id, column.tone.deep, {}};
    row.cells = {{{frame.say(stage.name), column.tone.deep, kTableText, Weight::semibold}, {when, frame.colour.ink, kTableSmall}},
                 {},
                 how_of(frame, stage, dates[column.index])};
    table.rows.push_back(std::move(row));
  }
  if (!any) return {};
  if (scale) {
    table.behind = [&](Slide& slide, const Box& box) { add_months(slide, frame, *scale, dates, box); };
    table.beside = [&](Slide& slide, std::size_t row, const Box& box) {
      add_bar(slide, *scale, dates[frame.columns[row].index], frame.columns[row].tone, box);
    };
  }
  return table_slides(frame, table);
}

}  // namespace parcours
