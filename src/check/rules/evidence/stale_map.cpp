#include "check/rules/registry.h"
#include "overlay/portfolio.h"

namespace parcours {
namespace {

void stale_map(const Subject& subject, RuleFindings& complaints) {
  complaints.looked_at(1);
  const auto& reviewed = subject.map().reviewed;
  if (!reviewed) return complaints.at("", "", msg("rule.stale-map.never"), msg("rule.stale-map.hint", {{"today", show(subject.today)}}));
  const std::int64_t days = day_number(subject.today) - day_number(*reviewed);
  if (days <= kDaysBeforeStale) return;
  complaints.at("reviewed", "", msg("rule.stale-map.message", {{"date", *reviewed}, {"days", days}}),
                msg("rule.stale-map.hint", {{"today", show(subject.today)}}));
}

}  // namespace

const CheckRule kStaleMap{"stale-map", GoodJourneyTest::evidence, Severity::warning, stale_map};

}  // namespace parcours
