#include "server/handlers/scope.h"

#include "app/compare.h"
#include "app/scope_values.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

// One filter a line.
Result<std::vector<FieldCondition>> conditions_in(std::string_view text) {
  std::vector<FieldCondition> conditions;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    PARCOURS_TRY(auto condition, parse_where(text.substr(0, end)));
    conditions.push_back(std::move(condition));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return conditions;
}

Result<MeasureRequest> asked_measure(const Call& call, const JourneyMap& map) {
  MeasureRequest request;
  const auto said = [&](const char* name) { return std::string(call.request.asked(name)); };
  const Zone& zone = call.workspace.zone();
  request.scope.inactivity = inactivity_of(map, call.workspace.settings());
  if (!said("since").empty()) { PARCOURS_TRY(request.scope.since, since_value("since", said("since"), zone)); }
  if (!said("until").empty()) { PARCOURS_TRY(request.scope.until, until_value("until", said("until"), zone)); }
  PARCOURS_TRY(request.scope.where, conditions_in(said("where")));
  request.by = said("by");
  return request;
}

}  // namespace

Outcome speaks_of_many(const Call& call, const Scope& scope, const Basis& basis) {
  const bool narrowed = scope.since || scope.until || !scope.where.empty();
  if (!narrowed || call.visitor.may(Right::read_people) || basis.customers == 0 || basis.customers >= kWithheldBelow) return Done{};
  return misuse(msg("server.too_few", {{"n", std::int64_t{kWithheldBelow}}}), msg("server.too_few_hint"));
}

Result<MeasuredAnswer> asked_answer(Call& call, const MapFile& map) {
  PARCOURS_TRY(const MeasureRequest request, asked_measure(call, map.value));
  PARCOURS_TRY(auto answer, measure(call.workspace, map, request));
  if (answer.measured.figures) PARCOURS_CHECK(speaks_of_many(call, request.scope, answer.measured.figures->basis));
  const std::string against(call.request.asked("against"));
  if (answer.measured.figures && !against.empty())
    PARCOURS_CHECK(compare_with(call.workspace, map, request, {"against", against, call.lang}, answer));
  if (answer.measured.against) {
    Scope narrowed = request.scope;
    narrowed.since = narrowed.since.value_or(0);  // the other side is a period or a segment
    PARCOURS_CHECK(speaks_of_many(call, narrowed, answer.measured.against->figures.basis));
  }
  return answer;
}

}  // namespace parcours
