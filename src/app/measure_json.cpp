#include "app/measure_json.h"

#include "check/hypotheses.h"
#include "overlay/comparison.h"
#include "overlay/segments.h"
#include "questions/answer_json.h"

namespace parcours {

Json emotions_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& point : measured.emotions)
    json.push_back({{"touchpoint", point.touchpoint},
                    {"persona", point.persona.empty() ? Json() : Json(point.persona)},
                    {"truth", code_of(point.truth)},
                    {"value", json_number(point.value)},
                    {"low", point.low ? json_number(*point.low) : Json()},
                    {"high", point.high ? json_number(*point.high) : Json()},
                    {"n", point.n}});
  return json;
}

namespace {

Json findings_json(const MeasuredMap& measured, Lang lang) {
  Json json = Json::array();
  for (const auto& finding : measured.findings)
    json.push_back({{"code", finding.code},
                    {"touchpoint", finding.touchpoint.empty() ? Json() : Json(finding.touchpoint)},
                    {"sentence", render(finding.sentence, lang)}});
  return json;
}

Json frictions_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& friction : measured.frictions) {
    Json one = {{"id", friction.id}, {"touchpoint", friction.touchpoint}, {"truth", code_of(friction.truth)}};
    one["drop_off"] = friction.drop_off ? to_json(*friction.drop_off) : Json();
    one["at_stake"] = friction.at_stake ? to_json(*friction.at_stake) : Json();
    json.push_back(std::move(one));
  }
  return json;
}

Json expectations_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& verdict : measured.expectations)
    json.push_back({{"friction", verdict.friction},
                    {"touchpoint", verdict.touchpoint},
                    {"measure", verdict.expected.measure},
                    {"expected", json_number(verdict.expected.value)},
                    {"verdict", code_of(verdict.verdict)},
                    {"worse", verdict.worse},
                    {"measured", verdict.measured ? to_json(*verdict.measured) : Json()}});
  return json;
}

Json actions_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& action : measured.actions)
    json.push_back({{"id", action.id},
                    {"touchpoint", action.touchpoint.empty() ? Json() : Json(action.touchpoint)},
                    {"may_gain", action.may_gain ? to_json(*action.may_gain) : Json()},
                    {"lost_customers", action.lost_customers ? Json(*action.lost_customers) : Json()},
                    {"gain_per_effort", action.gain_per_effort ? json_number(*action.gain_per_effort) : Json()}});
  return json;
}

Json segments_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& row : measured.segments) {
    const auto& value = measured.figures->segments[row.segment].value;
    json.push_back({{"segment", value ? Json(*value) : Json()},
                    {"touchpoint", row.touchpoint.empty() ? Json() : Json(row.touchpoint)},
                    {"figure", row.touchpoint.empty() ? "conversion" : "drop_off"},
                    {"here", to_json(row.here)},
                    {"others", to_json(row.others)},
                    {"difference", row.difference ? to_json(*row.difference) : Json()},
                    {"adjusted_p", json_number(row.adjusted_p)},
                    {"surely", row.surely}});
  }
  return json;
}

Json against_json(const MeasuredMap& measured) {
  Json json = Json::array();
  for (const auto& row : compare(measured.figures->all, measured.against->figures.all))
    json.push_back({{"touchpoint", row.touchpoint.empty() ? Json() : Json(row.touchpoint)},
                    {"figure", row.figure},
                    {"here", to_json(row.here)},
                    {"there", to_json(row.there)},
                    {"difference", row.difference ? to_json(*row.difference) : Json()},
                    {"adjusted_p", json_number(row.adjusted_p)},
                    {"surely", row.surely}});
  return json;
}

Json sentences_json(const std::vector<Message>& sentences, Lang lang) {
  Json json = Json::array();
  for (const auto& sentence : sentences) json.push_back(render(sentence, lang));
  return json;
}

}  // namespace

Json measured_json(const MeasuredAnswer& answer, const Zone& zone, Lang lang) {
  const MeasuredMap& measured = answer.measured;
  Json json = to_json(Question(answer.question), Answer(*measured.figures), zone, lang);
  json["map"] = measured.map.id;
  const Coverage& coverage = measured.coverage;
  json["statements"] = {
      {"measured", coverage.measured}, {"reported", coverage.reported}, {"assumed", coverage.assumed}, {"out_of_sight", coverage.out_of_sight}};
  json["worst_touchpoint"] = measured.worst_touchpoint.empty() ? Json() : Json(measured.worst_touchpoint);
  json["findings"] = findings_json(measured, lang);
  json["frictions"] = frictions_json(measured);
  json["expectations"] = expectations_json(measured);
  json["actions"] = actions_json(measured);
  json["emotions"] = emotions_json(measured);
  if (!measured.by.empty() && !measured.figures->segments.empty()) {
    json["segments_say"] = render(segments_sentence(measured), lang);
    json["segments_compared"] = segments_json(measured);
  }
  if (measured.against) {
    json["against_says"] = sentences_json(comparison_sentences(measured), lang);
    json["against"] = against_json(measured);
  }
  return json;
}

}  // namespace parcours
