#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

void current_without_target(const Subject& subject, RuleFindings& complaints) {
  if (subject.map().state != MapState::current) return;
  complaints.looked_at(1);
  if (std::any_of(subject.beside.begin(), subject.beside.end(), [](const JourneyMap& other) { return other.state == MapState::target; })) return;
  complaints.at("title", "", msg("rule.current-without-target.message"), msg("rule.current-without-target.hint"));
}

}  // namespace

const CheckRule kCurrentWithoutTarget{"current-without-target", GoodJourneyTest::action, Severity::note, current_without_target};

}  // namespace parcours
