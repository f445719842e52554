#include "questions/answer_table.h"

#include <cassert>

#include "base/dates.h"
#include "questions/definitions.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

Message basis_sentence(const Basis& basis, const Scope& scope, const Zone& zone, Lang lang) {
  if (basis.events == 0) return msg("table.basis_empty");
  if (!basis.timed || basis.as_of == kNoTime) return msg("table.basis_untimed", {{"events", basis.events}, {"customers", basis.customers}});
  return msg("table.basis", {{"events", basis.events},
                             {"customers", basis.customers},
                             {"as_of", scope.until ? show_until(*scope.until, zone, lang) : show_moment(basis.as_of, zone, lang)}});
}

// A list that was asked for says itself what it is.
std::string first_sentence(const Report& out, const Question& question, const Answer& answer) {
  if (const auto* retention = std::get_if<RetentionQuestion>(&question); retention && retention->list) return {};
  return std::visit(
      [&](const auto& q, const auto& a) -> std::string {
        if constexpr (requires { sentence_of(out, q, a); }) return sentence_of(out, q, a);
        else return {};
      },
      question, answer);
}

}  // namespace

std::string to_table(const Question& question, const Answer& answer, const TableOptions& options) {
  assert(question.index() == answer.index());
  Report out(options);
  const Basis& basis = std::visit([](const auto& a) -> const Basis& { return a.basis; }, answer);
  if (basis.synthetic) out.paragraph(text("table.synthetic", options.lang));
  const Scope& scope = std::visit([](const auto& q) -> const Scope& { return q.scope; }, question);
  if (const auto sentence = first_sentence(out, question, answer); basis.events > 0 && !sentence.empty()) out.paragraph(sentence);
  out.paragraph(definition_of(question, options.zone, options.lang, options.touchpoints) + "\n" +
                render(basis_sentence(basis, scope, options.zone, options.lang), options.lang));
  std::visit(
      [&](const auto& q, const auto& a) {
        if constexpr (requires { write(out, q, a); }) write(out, q, a);
      },
      question, answer);
  return out.finish();
}

}  // namespace parcours
