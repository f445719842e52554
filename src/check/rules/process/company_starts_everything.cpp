#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::int64_t kFewestContacts = 3;

void company_starts_everything(const Subject& subject, RuleFindings& complaints) {
  std::int64_t by_company = 0, by_customer = 0;
  each_touchpoint(subject.map(), [&](const Stage&, const Touchpoint& touchpoint) {
    by_company += touchpoint.starts == Initiator::company;
    by_customer += touchpoint.starts == Initiator::customer;
  });
  if (by_company + by_customer < kFewestContacts) return;
  complaints.looked_at(1);
  if (by_customer == 0)
    complaints.at("title", "", msg("rule.company-starts-everything.message", {{"n", by_company}}), msg("rule.company-starts-everything.hint"));
}

}  // namespace

const CheckRule kCompanyStartsEverything{"company-starts-everything", GoodJourneyTest::process, Severity::warning, company_starts_everything};

}  // namespace parcours
