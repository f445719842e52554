#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::int64_t kFewestTouchpoints = 3;

// A journey as it is, of some length, at which nothing stops anybody.
void no_friction(const Subject& subject, RuleFindings& complaints) {
  std::int64_t touchpoints = 0, frictions = 0;
  each_touchpoint(subject.map(), [&](const Stage&, const Touchpoint& touchpoint) {
    ++touchpoints;
    frictions += static_cast<std::int64_t>(touchpoint.frictions.size());
  });
  if (subject.map().state != MapState::current) return;
  complaints.looked_at(1);
  if (frictions == 0 && touchpoints >= kFewestTouchpoints)
    complaints.at("title", "", msg("rule.no-friction.message", {{"n", touchpoints}}), msg("rule.no-friction.hint"));
}

}  // namespace

const CheckRule kNoFriction{"no-friction", GoodJourneyTest::action, Severity::warning, no_friction};

}  // namespace parcours
