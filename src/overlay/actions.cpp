#include "overlay/actions.h"

#include <algorithm>
#include <tuple>

namespace parcours {
namespace {

constexpr int kUsualEffort = 3;

std::string touchpoint_of_friction(const JourneyMap& map, const std::string& friction) {
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints)
      for (const auto& candidate : touchpoint.frictions)
        if (candidate.id == friction) return touchpoint.id;
  return "";
}

RankedAction rank(const MeasuredMap& measured, const Action& action) {
  RankedAction ranked{action.id, touchpoint_of_friction(measured.map, action.for_friction), {}, {}, {}};
  const auto* figures = measured.touchpoint(ranked.touchpoint);
  if (!figures || figures->drop_off.n == 0) return ranked;
  ranked.lost_customers = figures->lost_customers;
  ranked.may_gain = figures->at_stake;
  const double gain = figures->at_stake ? figures->at_stake->value : static_cast<double>(figures->lost_customers);
  ranked.gain_per_effort = gain / action.effort.value_or(kUsualEffort);
  return ranked;
}

constexpr Date kNever{9999, 12, 31};

}  // namespace

std::vector<RankedAction> ranked_actions(const MeasuredMap& measured) {
  const auto& actions = measured.map.actions;
  std::vector<std::pair<RankedAction, const Action*>> ranked;
  for (const auto& action : actions) ranked.emplace_back(rank(measured, action), &action);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    const auto key = [](const auto& entry) {
      const auto& [rank, action] = entry;
      return std::tuple(is_over(action->status), !rank.gain_per_effort, -rank.gain_per_effort.value_or(0), action->due.value_or(kNever));
    };
    return key(a) < key(b);
  });
  std::vector<RankedAction> out;
  for (auto& [rank, action] : ranked) out.push_back(std::move(rank));
  return out;
}

}  // namespace parcours
