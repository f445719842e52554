#include "check/rules/registry.h"

namespace parcours {
namespace {

void rules_overlap(const Subject& subject, RuleFindings& complaints) {
  if (!subject.has_events()) return;
  each_touchpoint(subject.map(), [&](const Stage&, const Touchpoint& touchpoint) { complaints.looked_at(!touchpoint.match.empty()); });
  for (const auto& overlap : subject.measured.figures->overlaps) {
    const auto* stage = subject.map().stage_of(overlap.second);
    const auto* touchpoint = subject.map().touchpoint(overlap.second);
    if (!stage || !touchpoint) continue;
    complaints.at(path_of(*stage, *touchpoint, "match"), touchpoint->id,
                  msg("rule.rules-overlap.message", {{"first", overlap.first}, {"second", overlap.second}, {"n", overlap.events}}),
                  msg("rule.rules-overlap.hint"));
  }
}

}  // namespace

const CheckRule kRulesOverlap{"rules-overlap", GoodJourneyTest::precision, Severity::warning, rules_overlap};

}  // namespace parcours
