#include "questions/answer_json.h"

#include <cassert>

#include "questions/definitions.h"
#include "questions/json/parts.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

Json scope_json(const Scope& scope, const Zone& zone) {
  Json where = Json::array();
  for (const auto& condition : scope.where) where.push_back(show_filter(condition));
  return {{"since", instant(scope.since, zone)},
          {"until", instant(scope.until, zone)},
          {"where", std::move(where)},
          {"per", scope.per == Per::journey ? "journey" : "customer"},
          {"inactivity", scope.inactivity ? Json(show_exact_duration(*scope.inactivity)) : Json()}};
}

void put_basis(Json& out, const Basis& basis, const Zone& zone) {
  const auto time = [&](TimeMs at) { return basis.timed ? instant(at, zone) : Json(); };
  out["as_of"] = time(basis.as_of);
  out["synthetic"] = basis.synthetic;
  out["timed"] = basis.timed;
  out["period"] = {{"first", time(basis.first)}, {"last", time(basis.last)}};
  out["events"] = basis.events;
  out["customers_in_scope"] = basis.customers;
}

Json definitions_json(std::string_view question, std::string_view unit, Lang lang) {
  Json out = Json::object();
  for (const auto& figure : all_figures())
    if (figure.question == question)
      out[std::string(figure.code)] = {{"name", name_of(figure, lang)},
                                       {"unit", figure.unit == "customers" && question != "measure" ? unit : figure.unit},
                                       {"definition", definition_of(figure, lang)}};
  return out;
}

bool is_broken_down(const Question& question) {
  if (const auto* funnel = std::get_if<FunnelQuestion>(&question)) return !funnel->by.empty();
  if (const auto* measure = std::get_if<MeasureQuestion>(&question)) return !measure->by.empty();
  return false;
}

}  // namespace

Json to_json(const Question& question, const Answer& answer, const Zone& zone, Lang lang) {
  assert(question.index() == answer.index());
  Json out;
  out["version"] = kAnswerVersion;
  out["question"] = code_of(question);
  out["definition"] = definition_of(question, zone, lang);
  out["unit"] = unit_of(question);
  std::visit([&](const auto& a) { put_basis(out, a.basis, zone); }, answer);
  out["zone"] = zone.name();
  Json& asked = out["asked"] = Json::object();
  std::visit(
      [&](const auto& q) {
        put_options(asked, q);
        asked["scope"] = scope_json(q.scope, zone);
      },
      question);
  std::visit([&](const auto& a) { put_answer(out, a); }, answer);
  std::visit(
      [&](const auto& q, const auto& a) {
        if constexpr (requires { put_list(out, q, a, zone); }) put_list(out, q, a, zone);
      },
      question, answer);
  if (is_broken_down(question) && !out.contains("segments")) out["segments"] = Json::array();
  out["definitions"] = definitions_json(code_of(question), unit_of(question), lang);
  return out;
}

}  // namespace parcours
