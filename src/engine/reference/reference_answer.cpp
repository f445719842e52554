#include "engine/reference/reference_answer.h"

#include <algorithm>

#include "base/suggest.h"
#include "engine/reference/questions_sql.h"

namespace parcours {
namespace {

Outcome check_field(const ReferenceLog& log, const std::string& field) {
  if (field.empty() || is_builtin_field(field) || std::find(log.fields.begin(), log.fields.end(), field) != log.fields.end()) return Done{};
  const auto near = nearest(field, std::span(log.fields));
  return misuse(msg("scope.unknown_field", {{"field", field}}), near ? std::optional(msg("scope.did_you_mean", {{"field", *near}})) : std::nullopt);
}

Outcome check(const ReferenceLog& log, const FunnelQuestion& q) {
  if (q.steps.empty()) return misuse(msg("funnel.no_steps"));
  if (q.steps.size() > 16)
    return misuse(msg("funnel.too_many_steps", {{"n", static_cast<std::int64_t>(q.steps.size())}, {"most", std::int64_t{16}}}));
  if (q.steps[0].optional || q.steps[0].within || q.steps[0].after) return misuse(msg("funnel.first_step_bare", {{"step", q.steps[0].name}}));
  const bool has_gap = std::any_of(q.steps.begin(), q.steps.end(), [](const FunnelStep& step) { return step.within || step.after; });
  const bool has_optional = std::any_of(q.steps.begin(), q.steps.end(), [](const FunnelStep& step) { return step.optional; });
  if (has_gap && !log.timed) return misuse(msg("funnel.no_times"));
  for (const auto& step : q.steps) {
    if (step.rule.empty()) return misuse(msg("funnel.step_without_rule", {{"step", step.name}}));
    if (step.within.value_or(0) < 0 || step.after.value_or(0) < 0) return misuse(msg("funnel.negative_time", {{"step", step.name}}));
    if (step.within && step.after && *step.within < *step.after) return misuse(msg("funnel.within_shorter_than_after", {{"step", step.name}}));
  }
  const auto clash = [](const char* option, const char* other) {
    return misuse(msg("funnel.options_clash", {{"option", std::string(option)}, {"other", std::string(other)}}));
  };
  if (q.any_order && q.strict) return clash("--any-order", "--strict");
  if (q.any_order && q.first) return clash("--any-order", "--first");
  if (q.any_order && q.attempts) return clash("--any-order", "--attempts");
  if (q.any_order && has_optional) return clash("--any-order", "--optional");
  if (q.any_order && has_gap) return clash("--any-order", "--within / --after");
  if (q.first && q.attempts) return clash("--attempts", "--first");
  if (q.window && *q.window < 0) return misuse(msg("funnel.negative_window"));
  PARCOURS_CHECK(check_field(log, q.same));
  return check_field(log, q.by);
}

Outcome check(const ReferenceLog&, const FlowQuestion&) { return Done{}; }
Outcome check(const ReferenceLog&, const VariantsQuestion&) { return Done{}; }
Outcome check(const ReferenceLog&, const ChannelsQuestion&) { return Done{}; }

Outcome check(const ReferenceLog& log, const RetentionQuestion&) {
  if (!log.timed) return misuse(msg("measures.retention_without_time"));
  return Done{};
}

Outcome check(const ReferenceLog& log, const MeasureQuestion& q) {
  bool has_goal = q.goal.empty(), has_stage = q.leads_to.empty(), has_listed = !q.list;
  for (const auto& stage : q.stages) {
    has_stage = has_stage || stage.id == q.leads_to;
    for (const auto& touchpoint : stage.touchpoints) {
      has_goal = has_goal || touchpoint.id == q.goal;
      has_listed = has_listed || touchpoint.id == q.list->touchpoint;
    }
  }
  if (!has_goal) return misuse(msg("measures.unknown_goal", {{"goal", q.goal}}));
  if (!has_listed) return misuse(msg("measures.unknown_touchpoint", {{"touchpoint", q.list->touchpoint}}));
  if (!has_stage) return misuse(msg("measures.unknown_stage", {{"stage", q.leads_to}}));
  return check_field(log, q.by);
}

}  // namespace

Outcome check_question(const ReferenceLog& log, const Question& question) {
  const Scope& scope = std::visit([](const auto& q) -> const Scope& { return q.scope; }, question);
  if (!log.timed && (scope.since || scope.until)) return misuse(msg("scope.no_times"));
  return std::visit([&](const auto& q) { return check(log, q); }, question);
}

Result<Answer> reference_answer(Database& database, const ReferenceLog& log, const Question& question) {
  PARCOURS_CHECK(check_question(log, question));
  return std::visit(
      [&](const auto& q) -> Result<Answer> {
        PARCOURS_TRY(const Results results, run(database, script_of(log, q)));
        return Answer(answer_of(log, q, results));
      },
      question);
}

std::string reference_sql(const ReferenceLog& log, const Question& question) {
  return std::visit([&](const auto& q) { return script_of(log, q).text(); }, question);
}

}  // namespace parcours
