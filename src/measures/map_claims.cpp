#include "measures/map_claims.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace parcours {
namespace {

std::vector<PlaceId> file_order(std::size_t touchpoints) {
  std::vector<PlaceId> order(touchpoints);
  std::iota(order.begin(), order.end(), PlaceId{0});
  return order;
}

std::vector<Unclaimed> named(const std::vector<std::int64_t>& by_event, const Dictionary& events) {
  std::vector<Unclaimed> out;
  for (std::uint32_t event = 0; event < by_event.size(); ++event)
    if (by_event[event] > 0) out.push_back({events.at(event), by_event[event]});
  std::sort(out.begin(), out.end(), [](const Unclaimed& a, const Unclaimed& b) { return std::tie(b.count, a.event) < std::tie(a.count, b.event); });
  return out;
}

std::vector<std::string> touchpoint_ids(const MeasureQuestion& question) {
  std::vector<std::string> ids;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints) ids.push_back(touchpoint.id);
  return ids;
}

}  // namespace

MapShape shape_of(const MeasureQuestion& question) {
  MapShape shape;
  for (std::size_t stage = 0; stage < question.stages.size(); ++stage) {
    shape.stage_after.push_back(question.stages[stage].after_goal);
    for (const auto& touchpoint : question.stages[stage].touchpoints) {
      if (touchpoint.id == question.goal) shape.goal = static_cast<int>(shape.stage_of.size());
      if (!touchpoint.match.empty()) shape.last_with_rule = static_cast<int>(stage);
      shape.stage_of.push_back(static_cast<PlaceId>(stage));
    }
  }
  return shape;
}

MapClaims::MapClaims(const std::vector<Rule>& rules, std::vector<PlaceId> order, const EventIndex& index) : order_(std::move(order)) {
  std::vector<Rule> ordered;
  for (const PlaceId touchpoint : order_) ordered.push_back(rules[touchpoint]);
  for (std::size_t first = 0; first < ordered.size(); first += Claims::kMost)
    blocks_.emplace_back(std::span(ordered).subspan(first, std::min(Claims::kMost, ordered.size() - first)), index);
}

std::vector<PlaceId> visit_order(const MapShape& shape) {
  std::vector<PlaceId> order = file_order(shape.touchpoints());
  const auto turn = [&](PlaceId touchpoint) { return touchpoint == shape.goal ? 1 : shape.after(touchpoint) ? 2 : 0; };
  std::stable_sort(order.begin(), order.end(), [&](PlaceId a, PlaceId b) { return turn(a) < turn(b); });
  return order;
}

std::vector<Rule> match_rules(const MeasureQuestion& question) {
  std::vector<Rule> rules;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints) rules.push_back(touchpoint.match);
  return rules;
}

std::vector<Rule> failure_rules(const MeasureQuestion& question) {
  std::vector<Rule> rules;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints) rules.push_back(touchpoint.failure);
  return rules;
}

ClaimCoverage claim_coverage(const Selection& selection, const MeasureQuestion& question) {
  const EventIndex& index = *selection.index;
  const std::vector<std::string> ids = touchpoint_ids(question);
  const MapClaims match(match_rules(question), file_order(ids.size()), index), failure(failure_rules(question), file_order(ids.size()), index);
  ClaimCoverage out;
  std::vector<std::int64_t> unclaimed(index.events.size()), both(ids.size() * ids.size());
  std::vector<PlaceId> claiming;
  const auto positions = selection.begin.empty() ? 0 : selection.begin.back();
  for (std::uint64_t position = 0; position < positions; ++position) {
    const std::size_t row = selection.row(position);
    claiming.clear();
    match.each(row, [&](PlaceId touchpoint) { claiming.push_back(touchpoint); });
    if (claiming.empty() && !failure.any(row)) ++unclaimed[index.event[row]];
    else ++out.claimed_events;
    for (std::size_t second = 1; second < claiming.size(); ++second)
      for (std::size_t first = 0; first < second; ++first) ++both[claiming[first] * ids.size() + claiming[second]];
  }
  out.unclaimed = named(unclaimed, index.events);
  for (std::size_t pair = 0; pair < both.size(); ++pair)
    if (both[pair] > 0) out.overlaps.push_back({ids[pair / ids.size()], ids[pair % ids.size()], both[pair]});
  return out;
}

}  // namespace parcours
