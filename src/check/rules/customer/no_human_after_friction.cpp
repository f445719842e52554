#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

bool has_friction(const Stage& stage) {
  return std::any_of(stage.touchpoints.begin(), stage.touchpoints.end(), [](const Touchpoint& t) { return !t.frictions.empty(); });
}

bool has_person(const Stage& stage) {
  return std::any_of(stage.touchpoints.begin(), stage.touchpoints.end(), [](const Touchpoint& t) { return t.served_by == ServedBy::person; });
}

bool says_who_serves(const JourneyMap& map) {
  bool says = false;
  each_touchpoint(map, [&](const Stage&, const Touchpoint& touchpoint) { says = says || touchpoint.served_by != ServedBy::unsaid; });
  return says;
}

// Somebody in the stage of the friction or in the next one will do.
void no_human_after_friction(const Subject& subject, RuleFindings& complaints) {
  const auto& stages = subject.map().stages;
  if (!says_who_serves(subject.map())) return;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (!has_friction(stages[i])) continue;
    complaints.looked_at(1);
    if (has_person(stages[i]) || (i + 1 < stages.size() && has_person(stages[i + 1]))) continue;
    complaints.at("stages/" + stages[i].id + "/id", stages[i].id, msg("rule.no-human-after-friction.message", {{"id", stages[i].id}}),
                  msg("rule.no-human-after-friction.hint"));
  }
}

}  // namespace

const CheckRule kNoHumanAfterFriction{"no-human-after-friction", GoodJourneyTest::customer, Severity::note, no_human_after_friction};

}  // namespace parcours
