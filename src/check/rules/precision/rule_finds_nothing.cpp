#include "base/suggest.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

// The unclaimed event that is nearest to a name the rule asks for.
std::optional<std::string> meant_event(const Subject& subject, const Rule& rule) {
  std::vector<std::string> unclaimed;
  for (const auto& event : subject.measured.figures->unclaimed) unclaimed.push_back(event.event);
  for (const auto& condition : rule.any) {
    if (!condition.event || condition.event->kind != FieldTest::Kind::any_of) continue;
    for (const auto& name : condition.event->values)
      if (auto found = nearest(name, unclaimed)) return found;
  }
  return std::nullopt;
}

void rule_finds_nothing(const Subject& subject, RuleFindings& complaints) {
  if (!subject.has_events()) return;
  for (const auto& stage : subject.map().stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = subject.measured.touchpoint(touchpoint.id);
      if (touchpoint.match.empty() || !figures) continue;
      complaints.looked_at(1);
      if (figures->visits > 0) continue;
      const auto meant = meant_event(subject, touchpoint.match);
      complaints.at(path_of(stage, touchpoint, "match"), touchpoint.id, msg("rule.rule-finds-nothing.message", {{"id", touchpoint.id}}),
                    meant ? msg("rule.rule-finds-nothing.did_you_mean", {{"event", *meant}}) : msg("rule.rule-finds-nothing.hint"));
    }
  }
}

}  // namespace

const CheckRule kRuleFindsNothing{"rule-finds-nothing", GoodJourneyTest::precision, Severity::warning, rule_finds_nothing};

}  // namespace parcours
