#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

// Seen without any event: the later of two touchpoints whose rules say the same.
void same_rule(const Subject& subject, RuleFindings& complaints) {
  std::vector<const Touchpoint*> before;
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    if (touchpoint.match.empty()) return;
    complaints.looked_at(1);
    const auto same = std::find_if(before.begin(), before.end(), [&](const Touchpoint* other) { return other->match == touchpoint.match; });
    const Touchpoint* first = same == before.end() ? nullptr : *same;
    before.push_back(&touchpoint);
    if (!first) return;
    complaints.at(path_of(stage, touchpoint, "match"), touchpoint.id,
                  msg("rule.same-rule.message", {{"first", first->id}, {"second", touchpoint.id}}), msg("rule.same-rule.hint"));
  });
}

}  // namespace

const CheckRule kSameRule{"same-rule", GoodJourneyTest::precision, Severity::warning, same_rule};

}  // namespace parcours
