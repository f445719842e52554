#include "render/action_impact.h"

#include <algorithm>

#include "render/layout/say.h"

namespace parcours {
namespace {

std::optional<int> importance_of(const Frame& frame, const Action& action, const RankedAction* rank) {
  for (const Stage& stage : frame.map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      const bool here = (rank && rank->touchpoint == touchpoint.id) || std::any_of(touchpoint.frictions.begin(), touchpoint.frictions.end(),
                                                                                   [&](const Friction& f) { return f.id == action.for_friction; });
      if (here) return touchpoint.importance ? touchpoint.importance : stage.importance;
    }
  return std::nullopt;
}

bool has_money(const RankedAction* rank) { return rank && rank->may_gain && rank->may_gain->n >= kWithheldBelow; }

ImpactKind kind_of_impact(const std::vector<ActionImpact>& all) {
  const auto any = [&](auto has) { return std::any_of(all.begin(), all.end(), has); };
  if (any([](const ActionImpact& one) { return has_money(one.rank); })) return ImpactKind::money;
  return any([](const ActionImpact& one) { return one.rank && one.rank->lost_customers; }) ? ImpactKind::lost : ImpactKind::importance;
}

void set_impact(const Frame& frame, ImpactKind kind, ActionImpact& one) {
  const RankedAction* rank = one.rank;
  if (kind == ImpactKind::money && has_money(rank)) {
    one.impact = rank->may_gain->value;
    one.weak = strength_of(rank->may_gain->n) != Strength::solid;
  }
  if (kind == ImpactKind::lost && rank && rank->lost_customers) one.impact = static_cast<double>(*rank->lost_customers);
  if (kind == ImpactKind::importance)
    if (const auto own = importance_of(frame, *one.action, rank)) one.impact = *own;
}

}  // namespace

std::vector<ActionImpact> action_impacts(const Frame& frame, ImpactKind& kind) {
  std::vector<ActionImpact> out;
  for (const RankedAction& rank : frame.map.actions) {
    const Action* action = frame.map.map.action(rank.id);
    if (action && !is_over(action->status)) out.push_back({action, &rank, out.size() + 1, {}, false});
  }
  kind = kind_of_impact(out);
  for (ActionImpact& one : out) set_impact(frame, kind, one);
  return out;
}

std::string say_impact(const Frame& frame, ImpactKind kind, double value) {
  if (kind == ImpactKind::money) return say_money(frame, value);
  if (kind == ImpactKind::lost) return frame.say(msg("render.matrix.lost", {{"n", static_cast<std::int64_t>(value)}}));
  return frame.say(msg("render.matrix.importance", {{"n", static_cast<std::int64_t>(value)}}));
}

Message impact_axis(ImpactKind kind) {
  switch (kind) {
    case ImpactKind::money: return msg("render.matrix.by_money");
    case ImpactKind::lost: return msg("render.matrix.by_lost");
    case ImpactKind::importance: break;
  }
  return msg("render.matrix.by_importance");
}

}  // namespace parcours
