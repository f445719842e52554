#include "check/rules/registry.h"

namespace parcours {
namespace {

Arg shown(const std::string& measure, double value) {
  const bool is_share = measure != "time" && measure != "time_to_next" && measure != "nps" && measure != "satisfaction" && measure != "ces";
  return is_share ? Arg(Percent{value}) : Arg(value);
}

void look(const Subject& subject, RuleFindings& complaints) {
  for (const auto& verdict : subject.measured.expectations) {
    if (verdict.verdict != Verdict::contradicted) continue;
    const auto* stage = subject.map().stage_of(verdict.touchpoint);
    const auto* touchpoint = subject.map().touchpoint(verdict.touchpoint);
    const std::string& measure = verdict.expected.measure;
    complaints.at(path_of(*stage, *touchpoint, "friction/" + verdict.friction + "/expect"), verdict.friction,
                  msg("rule.expectation-contradicted.message", {{"friction", verdict.friction},
                                                                {"measure", measure},
                                                                {"expected", shown(measure, verdict.expected.value)},
                                                                {"measured", shown(measure, verdict.measured->value)},
                                                                {"low", shown(measure, verdict.measured->low)},
                                                                {"high", shown(measure, verdict.measured->high)},
                                                                {"n", verdict.measured->n}}),
                  msg("rule.expectation-contradicted.hint"));
  }
}

}  // namespace

const CheckRule kExpectationContradicted{"expectation-contradicted", GoodJourneyTest::evidence, Severity::warning, look};

}  // namespace parcours
