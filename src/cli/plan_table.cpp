#include "cli/plan_table.h"

#include "base/dates.h"
#include "base/number.h"
#include "questions/table/text_table.h"

namespace parcours {
namespace {

std::string range(const std::optional<Date>& first, const std::optional<Date>& last, Lang lang) {
  if (!first) return "–";
  if (!last || *first == *last) return show_weekday(*first, lang) + " " + show_day_with_year(*first, lang);
  return show_days_with_year(*first, *last, lang);
}

std::string days_table(const PlannedMap& planned, Lang lang) {
  TextTable table;
  for (const char* key : {"plan.table.stage", "plan.table.from", "plan.table.until", "plan.table.work"}) table.column(text(key, lang), Align::left);
  for (std::size_t i = 0; i < planned.plan.stages.size(); ++i) {
    const Stage& stage = planned.measured.map.stages[i];
    const StageDates& dates = planned.plan.stages[i].dates;
    table.row({stage.name.in(lang), dates.dated() ? range(dates.from_earliest, dates.from_latest, lang) : text("plan.table.undated", lang),
               dates.dated() ? range(dates.until_earliest, dates.until_latest, lang) : "", ""});
    for (const PlannedContent& content : planned.plan.stages[i].contents)
      if (content.work_from)
        table.row({"  " + stage.contents[content.index].text.in(lang), "", "", range(content.work_from, content.work_from, lang)});
  }
  return table.empty() ? "" : table.text();
}

std::string in_days(const std::string& days, Lang lang) { return render(msg("plan.table.days", {{"days", days}}), lang); }

std::string measured_cell(const StageDelay& delay, Lang lang) {
  const std::string days = measured_days(delay, lang);
  return !delay.measured ? "–" : strength_of(delay.measured->n) == Strength::withheld ? days : in_days(days, lang);
}

std::string delays_table(const PlannedMap& planned, Lang lang) {
  TextTable table;
  table.column(text("plan.table.pair", lang), Align::left);
  table.column(text("plan.table.planned", lang));
  table.column(text("plan.table.measured", lang));
  table.column("n");
  table.column(text("plan.table.verdict", lang), Align::left);
  for (const StageDelay& delay : planned.delays) {
    const JourneyMap& map = planned.measured.map;
    table.row({map.stage(delay.from)->name.in(lang) + " → " + map.stage(delay.to)->name.in(lang), in_days(planned_days(delay), lang),
               measured_cell(delay, lang), delay.measured ? show_count(delay.measured->n, lang) : "", render(verdict_words(delay), lang)});
  }
  std::string out = "\n" + text("plan.table.delays", lang) + "\n" + table.text();
  if (planned.measured.figures->basis.synthetic) out += text("plan.table.synthetic", lang) + "\n";
  return out;
}

}  // namespace

std::string plan_table(const PlannedMap& planned, Lang lang) {
  std::string out;
  if (planned.plan.starts_today) out += text("plan.table.started_today", lang) + "\n";
  if (planned.plan.target) out += render(msg("plan.table.target", {{"day", day_arg(*planned.plan.target)}}), lang) + "\n";
  out += (out.empty() ? "" : "\n") + days_table(planned, lang);
  if (!planned.delays.empty()) out += delays_table(planned, lang);
  return out;
}

}  // namespace parcours
