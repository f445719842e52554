#include "plan/plan_csv.h"

#include "base/csv.h"

namespace parcours {
namespace {

std::string cell(std::string_view text) { return csv_quoted(text); }
std::string cell(const std::optional<Date>& date) { return date ? show(*date) : ""; }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::string to_csv(const JourneyMap& map, const Plan& plan, Lang lang) {
  std::string out =
      "kind,stage,content,name,from_earliest,from_latest,until_earliest,until_latest,lead_days,work_from,work_from_latest,channels,team\n";
  for (std::size_t i = 0; i < plan.stages.size(); ++i) {
    const Stage& stage = map.stages[i];
    const StageDates& dates = plan.stages[i].dates;
    out += "stage," + cell(stage.id) + ",," + cell(stage.name.in(lang)) + "," + cell(dates.from_earliest) + "," + cell(dates.from_latest) + "," +
           cell(dates.until_earliest) + "," + cell(dates.until_latest) + ",,,,,\n";
    for (const PlannedContent& content : plan.stages[i].contents)
      out += "content," + cell(stage.id) + "," + std::to_string(content.index) + "," + cell(stage.contents[content.index].text.in(lang)) + "," +
             cell(dates.from_earliest) + "," + cell(dates.from_latest) + "," + cell(dates.until_earliest) + "," + cell(dates.until_latest) + "," +
             (content.lead_days ? std::to_string(*content.lead_days) : "") + "," + cell(content.work_from) + "," + cell(content.work_from_latest) +
             "," + cell(joined(content.channels)) + "," + cell(content.team.in(lang)) + "\n";
  }
  return out;
}

}  // namespace parcours
