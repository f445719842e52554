#include "app/measure_json.h"
#include "app/portfolio.h"
#include "base/number.h"
#include "forms/csv/table.h"

namespace parcours {
namespace {

constexpr std::string_view kHead =
    "id,title,state,offer,personas,attention,reasons,c1,c2,c3,c4,c5,reviewed,reviewed_days,measured,reported,assumed,open_actions,overdue_actions,"
    "worst_friction,worst_friction_rests_on,drop_off,customers,data_since,data_until,conversion,conversion_low,conversion_high,conversion_n,"
    "problem\n";

class Row {
 public:
  void put(std::string_view text) { out_ += (out_.empty() ? "" : ",") + csv_cell(text); }
  void put(std::int64_t number) { put(std::to_string(number)); }
  void put(const std::optional<Date>& date) { put(date ? show(*date) : ""); }
  void nothing(int cells) {
    while (cells-- > 0) put("");
  }
  std::string take() { return std::move(out_) + "\n"; }

 private:
  std::string out_;
};

bool is_shown(const std::optional<Share>& share) { return share && share->n >= kWithheldBelow; }

void put_friction(Row& row, const MapStanding& map, Lang lang) {
  if (!map.worst) return row.nothing(3);
  row.put(map.worst->text.in(lang));
  row.put(code_of(map.worst->truth));
  row.put(is_shown(map.worst->drop_off) ? exact(map.worst->drop_off->value) : "");
}

void put_data(Row& row, const MapStanding& map) {
  if (!map.measured.figures) return row.nothing(7);
  const MeasuredFigures& all = map.measured.figures->all;
  row.put(all.customers);
  row.put(map.first);
  row.put(map.last);
  if (map.measured.map.goal.empty() || map.measured.of_today() || !is_shown(all.conversion)) return row.nothing(4);
  for (const double value : {all.conversion.value, all.conversion.low, all.conversion.high}) row.put(exact(value));
  row.put(all.conversion.n);
}

std::string map_row(const MapStanding& map, Lang lang) {
  const JourneyMap& journey = map.measured.map;
  Row row;
  row.put(journey.id);
  row.put(journey.title.in(lang));
  row.put(code_of(journey.state));
  row.put(journey.offer.in(lang));
  std::string personas, reasons;
  for (const Persona& persona : map.measured.personas) personas += (personas.empty() ? "" : ", ") + persona.name.in(lang);
  for (const Attention reason : map.reasons) reasons += (reasons.empty() ? "" : " ") + std::string(code_of(reason));
  row.put(personas);
  row.put(std::int64_t{map.attention()});
  row.put(reasons);
  for (const auto& score : map.scores) row.put(score ? std::to_string(*score) : "");
  row.put(journey.reviewed);
  row.put(map.reviewed_days ? std::to_string(*map.reviewed_days) : "");
  const Coverage& coverage = map.measured.coverage;
  for (const int count : {coverage.measured, coverage.reported, coverage.assumed}) row.put(std::int64_t{count});
  row.put(map.open_actions);
  row.put(map.overdue_actions);
  put_friction(row, map, lang);
  put_data(row, map);
  row.nothing(1);
  return row.take();
}

std::string unreadable_row(const UnreadableMap& map, Lang lang) {
  Row row;
  row.put(map.id);
  row.nothing(28);
  row.put(render(map.problems.front().message, lang));
  return row.take();
}

}  // namespace

std::string portfolio_csv(const Portfolio& portfolio, Lang lang) {
  std::string out(kHead);
  for (const MapStanding& map : portfolio.maps) out += map_row(map, lang);
  for (const UnreadableMap& map : portfolio.unreadable) out += unreadable_row(map, lang);
  return out;
}

}  // namespace parcours
