#include "check/rules/registry.h"

namespace parcours {
namespace {

// A name and an age make a label, not a person: what moves him is his goals, his habits, what annoys him.
void thin_persona(const Subject& subject, RuleFindings& complaints) {
  complaints.looked_at(subject.measured.personas.size());
  for (const auto& persona : subject.measured.personas) {
    if (!persona.goals.empty() || !persona.frustrations.empty() || !persona.habits.empty()) continue;
    complaints.at("personas", persona.id, msg("rule.thin-persona.message", {{"id", persona.id}}),
                  msg("rule.thin-persona.hint", {{"id", persona.id}}));
  }
}

}  // namespace

const CheckRule kThinPersona{"thin-persona", GoodJourneyTest::customer, Severity::note, thin_persona};

}  // namespace parcours
