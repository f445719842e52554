#include "app/measure_json.h"
#include "app/portfolio.h"
#include "check/check.h"
#include "questions/answer_json.h"

namespace parcours {
namespace {

Json personas_json(const MapStanding& map, Lang lang) {
  Json json = Json::array();
  for (const Persona& persona : map.measured.personas) json.push_back({{"id", persona.id}, {"name", persona.name.in(lang)}});
  return json;
}

Json reasons_json(const MapStanding& map) {
  Json json = Json::array();
  for (const Attention reason : map.reasons) json.push_back(code_of(reason));
  return json;
}

Json scores_json(const FiveScores& scores) {
  Json json = Json::object();
  for (std::size_t i = 0; i < scores.size(); ++i) json["C" + std::to_string(i + 1)] = scores[i] ? Json(*scores[i]) : Json();
  return json;
}

Json friction_json(const MapStanding& map, Lang lang) {
  if (!map.worst) return {};
  const WorstFriction& worst = *map.worst;
  Json json = {{"id", worst.id}, {"touchpoint", worst.touchpoint}, {"text", worst.text.in(lang)}, {"truth", code_of(worst.truth)}};
  json["drop_off"] = worst.drop_off ? to_json(*worst.drop_off) : Json();
  json["at_stake"] = worst.at_stake ? to_json(*worst.at_stake) : Json();
  json["expected"] = worst.expected ? json_number(*worst.expected) : Json();
  return json;
}

Json data_json(const MapStanding& map) {
  if (!map.measured.figures) return {};
  const MeasureAnswer& figures = *map.measured.figures;
  Json json = {{"customers", figures.all.customers}};
  json["since"] = map.first ? Json(show(*map.first)) : Json();
  json["until"] = map.last ? Json(show(*map.last)) : Json();
  json["conversion"] = map.measured.map.goal.empty() || map.measured.of_today() ? Json() : to_json(figures.all.conversion);
  json["synthetic"] = figures.basis.synthetic;
  return json;
}

Json map_json(const MapStanding& map, Lang lang) {
  const JourneyMap& journey = map.measured.map;
  const Coverage& coverage = map.measured.coverage;
  Json json = {{"id", journey.id}, {"title", journey.title.in(lang)}, {"state", code_of(journey.state)}, {"offer", journey.offer.in(lang)}};
  json["personas"] = personas_json(map, lang);
  json["attention"] = map.attention();
  json["reasons"] = reasons_json(map);
  json["scores"] = scores_json(map.scores);
  json["reviewed"] = journey.reviewed ? Json(show(*journey.reviewed)) : Json();
  json["reviewed_days"] = map.reviewed_days ? Json(*map.reviewed_days) : Json();
  json["stale"] = map.has(Attention::stale);
  json["coverage"] = {
      {"measured", coverage.measured}, {"reported", coverage.reported}, {"assumed", coverage.assumed}, {"out_of_sight", coverage.out_of_sight}};
  json["actions"] = {{"open", map.open_actions}, {"overdue", map.overdue_actions}};
  json["worst_friction"] = friction_json(map, lang);
  json["emotions"] = emotions_json(map.measured);
  json["data"] = data_json(map);
  return json;
}

Json unreadable_json(const UnreadableMap& map, Lang lang) {
  Json json = {{"id", map.id}, {"file", map.file}, {"problems", Json::array()}};
  for (const Diagnostic& problem : map.problems) json["problems"].push_back(to_json(problem, lang));
  return json;
}

}  // namespace

Json portfolio_json(const Portfolio& portfolio, Lang lang) {
  Json json = {{"version", 1}, {"question", "portfolio"}, {"definition", text("app.portfolio.definition", lang)}, {"today", show(portfolio.today)}};
  json["sentences"] = Json::array();
  for (const Message& sentence : portfolio_sentences(portfolio)) json["sentences"].push_back(render(sentence, lang));
  json["maps"] = Json::array();
  for (const MapStanding& map : portfolio.maps) json["maps"].push_back(map_json(map, lang));
  json["unreadable"] = Json::array();
  for (const UnreadableMap& map : portfolio.unreadable) json["unreadable"].push_back(unreadable_json(map, lang));
  return json;
}

}  // namespace parcours
