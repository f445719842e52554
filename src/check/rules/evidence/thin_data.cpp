#include "check/rules/registry.h"

namespace parcours {
namespace {

void thin_data(const Subject& subject, RuleFindings& complaints) {
  if (!subject.has_events()) return;
  complaints.looked_at(1);
  const std::int64_t closed = subject.measured.figures->all.closed;
  if (closed < kWeakBelow) complaints.at("title", "", msg("rule.thin-data.message", {{"n", closed}}), msg("rule.thin-data.hint"));
}

}  // namespace

const CheckRule kThinData{"thin-data", GoodJourneyTest::evidence, Severity::warning, thin_data};

}  // namespace parcours
