#include "check/rules/registry.h"

namespace parcours {
namespace {

void no_persona(const Subject& subject, RuleFindings& complaints) {
  complaints.looked_at(1);
  if (subject.map().personas.empty()) complaints.at("", "", msg("rule.no-persona.message"), msg("rule.no-persona.hint"));
}

}  // namespace

const CheckRule kNoPersona{"no-persona", GoodJourneyTest::customer, Severity::warning, no_persona};

}  // namespace parcours
