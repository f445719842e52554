#include "questions/check_question.h"

#include <algorithm>

#include "base/suggest.h"

namespace parcours {
namespace {

bool has_gap(const FunnelQuestion& question) {
  return std::any_of(question.steps.begin(), question.steps.end(), [](const FunnelStep& step) { return step.within || step.after; });
}

bool has_optional(const FunnelQuestion& question) {
  return std::any_of(question.steps.begin(), question.steps.end(), [](const FunnelStep& step) { return step.optional; });
}

Outcome check_steps(const FunnelQuestion& question, bool timed) {
  const auto& steps = question.steps;
  if (steps.empty()) return misuse(msg("funnel.no_steps"));
  if (steps.size() > kFunnelStepsMost)
    return misuse(msg("funnel.too_many_steps", {{"n", std::int64_t(steps.size())}, {"most", std::int64_t(kFunnelStepsMost)}}));
  if (steps[0].optional || steps[0].within || steps[0].after) return misuse(msg("funnel.first_step_bare", {{"step", steps[0].name}}));
  if (!timed && has_gap(question)) return misuse(msg("funnel.no_times"));
  for (const auto& step : steps) {
    if (step.rule.empty()) return misuse(msg("funnel.step_without_rule", {{"step", step.name}}));
    const bool negative = (step.within && *step.within < 0) || (step.after && *step.after < 0);
    if (negative) return misuse(msg("funnel.negative_time", {{"step", step.name}}));
    if (step.within && step.after && *step.within < *step.after) return misuse(msg("funnel.within_shorter_than_after", {{"step", step.name}}));
  }
  return Done{};
}

Outcome check_options(const FunnelQuestion& question) {
  const auto clash = [](const char* option, const char* other) {
    return misuse(msg("funnel.options_clash", {{"option", std::string(option)}, {"other", std::string(other)}}));
  };
  if (question.window && *question.window < 0) return misuse(msg("funnel.negative_window"));
  if (question.attempts && question.first) return clash("--attempts", "--first");
  if (!question.any_order) return Done{};
  if (question.strict) return clash("--any-order", "--strict");
  if (question.first) return clash("--any-order", "--first");
  if (question.attempts) return clash("--any-order", "--attempts");
  if (has_optional(question)) return clash("--any-order", "--optional");
  if (has_gap(question)) return clash("--any-order", "--within / --after");
  return Done{};
}

Outcome must_be_one_of(const std::vector<std::string>& known, const std::string& word, Message complaint) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return Done{};
  const auto near = nearest(word, known);
  return misuse(std::move(complaint), near ? std::optional(msg("scope.did_you_mean", {{"field", *near}})) : std::nullopt);
}

}  // namespace

Outcome check_question(const FunnelQuestion& question, bool timed) {
  PARCOURS_CHECK(check_steps(question, timed));
  return check_options(question);
}

Outcome check_question(const MeasureQuestion& question) {
  std::vector<std::string> stages, touchpoints;
  for (const auto& stage : question.stages) {
    stages.push_back(stage.id);
    for (const auto& touchpoint : stage.touchpoints) touchpoints.push_back(touchpoint.id);
  }
  if (!question.goal.empty()) PARCOURS_CHECK(must_be_one_of(touchpoints, question.goal, msg("measures.unknown_goal", {{"goal", question.goal}})));
  if (question.list)
    PARCOURS_CHECK(
        must_be_one_of(touchpoints, question.list->touchpoint, msg("measures.unknown_touchpoint", {{"touchpoint", question.list->touchpoint}})));
  if (question.leads_to.empty()) return Done{};
  return must_be_one_of(stages, question.leads_to, msg("measures.unknown_stage", {{"stage", question.leads_to}}));
}

}  // namespace parcours
