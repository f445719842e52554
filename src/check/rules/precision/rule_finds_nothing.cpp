#include <algorithm>

#include "base/listed.h"
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

const SilentRule* silent_rule(const Subject& subject, const std::string& touchpoint) {
  const auto& silent = subject.measured.figures->silent;
  const auto at = std::find_if(silent.begin(), silent.end(), [&](const SilentRule& rule) { return rule.touchpoint == touchpoint; });
  return at == silent.end() ? nullptr : &*at;
}

// The events are there, a filter keeps them all out; else another name may have been meant.
Message silence_hint(const Subject& subject, const Touchpoint& touchpoint) {
  if (const auto* silent = silent_rule(subject, touchpoint.id)) {
    if (silent->values.empty()) return msg("rule.rule-finds-nothing.no_field", {{"n", silent->events}, {"field", silent->field}});
    return msg("rule.rule-finds-nothing.values", {{"n", silent->events}, {"field", silent->field}, {"values", listed(silent->values)}});
  }
  const auto meant = meant_event(subject, touchpoint.match);
  return meant ? msg("rule.rule-finds-nothing.did_you_mean", {{"event", *meant}}) : msg("rule.rule-finds-nothing.hint");
}

void rule_finds_nothing(const Subject& subject, RuleFindings& complaints) {
  if (!subject.has_events()) return;
  for (const auto& stage : subject.map().stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = subject.measured.touchpoint(touchpoint.id);
      if (touchpoint.match.empty() || !figures) continue;
      complaints.looked_at(1);
      if (figures->visits > 0) continue;
      complaints.at(path_of(stage, touchpoint, "match"), touchpoint.id, msg("rule.rule-finds-nothing.message", {{"id", touchpoint.id}}),
                    silence_hint(subject, touchpoint));
    }
  }
}

}  // namespace

const CheckRule kRuleFindsNothing{"rule-finds-nothing", GoodJourneyTest::precision, Severity::warning, rule_finds_nothing};

}  // namespace parcours
