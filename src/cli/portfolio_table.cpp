#include "cli/portfolio_table.h"

#include "base/dates.h"
#include "base/number.h"
#include "questions/table/text_table.h"

namespace parcours {
namespace {

std::string scores(const FiveScores& scores) {
  std::string out;
  for (const auto& score : scores) out += (out.empty() ? "" : " ") + (score ? std::to_string(*score) : "–");
  return out;
}

std::string reasons(const MapStanding& map, Lang lang) {
  std::string out;
  for (const Attention reason : map.reasons) out += (out.empty() ? "" : ", ") + render(reason_words(map, reason), lang);
  return out;
}

std::string actions(const MapStanding& map, Lang lang) { return show_count(map.open_actions, lang) + " / " + show_count(map.overdue_actions, lang); }

}  // namespace

std::string portfolio_table(const Portfolio& portfolio, Lang lang) {
  std::string out;
  for (const Message& sentence : portfolio_sentences(portfolio)) out += (out.empty() ? "" : " ") + render(sentence, lang);
  out += "\n";
  if (portfolio.maps.empty()) return out;
  TextTable table;
  table.column(text("portfolio.table.map", lang), Align::left);
  table.column(text("portfolio.table.scores", lang), Align::left);
  table.column(text("portfolio.table.truths", lang), Align::left);
  table.column(text("portfolio.table.actions", lang), Align::left);
  table.column(text("portfolio.table.reviewed", lang), Align::left);
  table.column(text("portfolio.table.reasons", lang), Align::left);
  for (const MapStanding& map : portfolio.maps) {
    const JourneyMap& journey = map.measured.map;
    const Coverage& coverage = map.measured.coverage;
    table.row({journey.id, scores(map.scores),
               std::to_string(coverage.measured) + " / " + std::to_string(coverage.reported) + " / " + std::to_string(coverage.assumed),
               actions(map, lang), journey.reviewed ? show_table_date(*journey.reviewed, lang) : "–", reasons(map, lang)});
  }
  return out + "\n" + table.text();
}

}  // namespace parcours
