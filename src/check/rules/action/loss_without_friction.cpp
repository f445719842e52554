#include "check/rules/registry.h"

namespace parcours {
namespace {

// Where most customers are lost, and the map knows of no friction: nobody will do anything about it.
void loss_without_friction(const Subject& subject, RuleFindings& complaints) {
  const std::string& worst = subject.measured.worst_touchpoint;
  const auto* figures = subject.measured.touchpoint(worst);
  const auto* touchpoint = subject.map().touchpoint(worst);
  if (!figures || !touchpoint) return;
  complaints.looked_at(1);
  if (!touchpoint->frictions.empty()) return;
  complaints.at(path_of(*subject.map().stage_of(worst), *touchpoint, "id"), worst,
                msg("rule.loss-without-friction.message", {{"id", worst},
                                                           {"share", Percent{figures->drop_off.value}},
                                                           {"low", Percent{figures->drop_off.low}},
                                                           {"high", Percent{figures->drop_off.high}},
                                                           {"n", figures->drop_off.n}}),
                msg("rule.loss-without-friction.hint"));
}

}  // namespace

const CheckRule kLossWithoutFriction{"loss-without-friction", GoodJourneyTest::action, Severity::warning, loss_without_friction};

}  // namespace parcours
