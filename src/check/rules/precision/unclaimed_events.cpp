#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::size_t kMostUnclaimed = 3;

void unclaimed_events(const Subject& subject, RuleFindings& complaints) {
  if (!subject.has_events()) return;
  const MeasureAnswer& answer = *subject.measured.figures;
  complaints.looked_at(static_cast<std::size_t>(answer.basis.events));
  const double share = unclaimed_share(answer);
  if (share <= kManyUnclaimed || answer.unclaimed.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < std::min(answer.unclaimed.size(), kMostUnclaimed); ++i)
    names += (i > 0 ? ", " : "") + answer.unclaimed[i].event + " (" + std::to_string(answer.unclaimed[i].count) + ")";
  complaints.fell_short(static_cast<std::size_t>(answer.basis.events - answer.claimed_events));
  complaints.at("stages", "", msg("rule.unclaimed-events.message", {{"share", Percent{share}}, {"n", answer.basis.events}}),
                msg("rule.unclaimed-events.hint", {{"events", names}}));
}

}  // namespace

const CheckRule kUnclaimedEvents{"unclaimed-events", GoodJourneyTest::precision, Severity::warning, unclaimed_events};

}  // namespace parcours
