#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr double kTooMuchAssumed = 0.5;

void mostly_assumed(const Subject& subject, RuleFindings& complaints) {
  const Coverage& coverage = subject.measured.coverage;
  if (coverage.total() == 0) return;
  complaints.looked_at(static_cast<std::size_t>(coverage.total()));
  complaints.fell_short(static_cast<std::size_t>(coverage.assumed));
  const double share = static_cast<double>(coverage.assumed) / coverage.total();
  if (share <= kTooMuchAssumed) return;
  complaints.at("title", "",
                msg("rule.mostly-assumed.message",
                    {{"assumed", static_cast<std::int64_t>(coverage.assumed)}, {"total", static_cast<std::int64_t>(coverage.total())}}),
                msg("rule.mostly-assumed.hint"));
}

}  // namespace

const CheckRule kMostlyAssumed{"mostly-assumed", GoodJourneyTest::evidence, Severity::note, mostly_assumed};

}  // namespace parcours
