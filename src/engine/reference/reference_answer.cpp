#include "engine/reference/reference_answer.h"

#include "engine/reference/questions_sql.h"
#include "questions/check_question.h"

namespace parcours {
Outcome check_question(const ReferenceLog& log, const Question& question) {
  if (const auto* funnel = std::get_if<FunnelQuestion>(&question)) PARCOURS_CHECK(check_question(*funnel, log.timed));
  if (const auto* measure = std::get_if<MeasureQuestion>(&question)) PARCOURS_CHECK(check_question(*measure));
  if (std::holds_alternative<RetentionQuestion>(question) && !log.timed) return misuse(msg("measures.retention_without_time"));
  const Scope& scope = std::visit([](const auto& asked) -> const Scope& { return asked.scope; }, question);
  if (!log.timed && (scope.since || scope.until)) return misuse(msg("scope.no_times"));
  return Done{};
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
