#include "check/measure_words.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

void look_at(const Subject& subject, RuleFindings& complaints, const ExpectationVerdict& verdict) {
  const auto* stage = subject.map().stage_of(verdict.touchpoint);
  const auto* touchpoint = subject.map().touchpoint(verdict.touchpoint);
  const std::string& measure = verdict.expected.measure;
  complaints.at(path_of(*stage, *touchpoint, "friction/" + verdict.friction + "/expect"), verdict.friction,
                msg("rule.expectation-contradicted.message", {{"friction", verdict.friction},
                                                              {"measure", measure_words(measure)},
                                                              {"expected", given_words(measure, verdict.expected.value)},
                                                              {"measured", value_words(measure, verdict.measured->value)},
                                                              {"low", value_words(measure, verdict.measured->low)},
                                                              {"high", value_words(measure, verdict.measured->high)},
                                                              {"n", verdict.measured->n}}),
                msg("rule.expectation-contradicted.hint"));
}

void look_at(RuleFindings& complaints, const DelayVerdict& delay) {
  complaints.at("stages/" + delay.stage + "/when", delay.stage,
                msg("rule.expectation-contradicted.delay", {{"stage", delay.stage},
                                                            {"after", delay.after},
                                                            {"least", static_cast<std::int64_t>(delay.days_min)},
                                                            {"most", static_cast<std::int64_t>(delay.days_max)},
                                                            {"measured", duration_words(delay.measured->value)},
                                                            {"low", duration_words(delay.measured->low)},
                                                            {"high", duration_words(delay.measured->high)},
                                                            {"n", delay.measured->n}}),
                msg("rule.expectation-contradicted.delay_hint"));
}

void expectation_contradicted(const Subject& subject, RuleFindings& complaints) {
  for (const auto& verdict : subject.measured.expectations) {
    complaints.looked_at(verdict.verdict != Verdict::unknown);
    if (verdict.verdict == Verdict::contradicted) look_at(subject, complaints, verdict);
  }
  for (const auto& delay : subject.measured.delays) {
    complaints.looked_at(delay.verdict != Verdict::unknown);
    if (delay.verdict == Verdict::contradicted) look_at(complaints, delay);
  }
}

}  // namespace

const CheckRule kExpectationContradicted{"expectation-contradicted", GoodJourneyTest::evidence, Severity::warning, expectation_contradicted};

}  // namespace parcours
