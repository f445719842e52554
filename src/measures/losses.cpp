#include "measures/losses.h"

#include <algorithm>
#include <utility>

#include "measures/shares_by.h"

namespace parcours {
namespace {

// The touchpoint where a journey that ended like this stands; -1: none did.
int stands_at(const Ending& ending, End end) {
  if (ending.before == end) return ending.at;
  return ending.after == end && ending.visited_after ? ending.at_after : -1;
}

// Each place that the visits [first, last) came to, once.
class Visited {
 public:
  Visited(const JourneyTable& table, const Places& places) : table_(table), places_(places), is_in_(places.size()) {}
  const std::vector<PlaceId>& among(std::uint64_t first, std::uint64_t last) {
    for (const PlaceId place : list_) is_in_[place] = false;
    list_.clear();
    for (auto visit = first; visit < last; ++visit) {
      const PlaceId place = places_.of[table_.touchpoint[visit]];
      if (!is_in_[place]) list_.push_back(place);
      is_in_[place] = true;
    }
    return list_;
  }

 private:
  const JourneyTable& table_;
  const Places& places_;
  std::vector<bool> is_in_;
  std::vector<PlaceId> list_;
};

}  // namespace

int lost_at(const Ending& ending) { return stands_at(ending, End::lost); }
int open_at(const Ending& ending) { return stands_at(ending, End::open); }

std::vector<Loss> losses_of(const JourneyTable& table, const std::vector<Ending>& endings, JourneyIds ids, const Places& places) {
  constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  std::vector<Loss> out(places.size());
  std::vector<std::uint32_t> last_customer(places.size(), kNobody);
  SharesBy drop_off;
  Visited visited(table, places);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Journey& journey = table.journeys[ids[i]];
    const Ending& ending = endings[ids[i]];
    const int touchpoint = lost_at(ending);
    const int place = touchpoint < 0 ? -1 : int{places.of[static_cast<std::size_t>(touchpoint)]};
    if (journey.closed())
      for (const PlaceId seen : visited.among(journey.first, journey.middle)) drop_off.add(seen, seen == place);
    if (ending.after == End::lost || ending.after == End::reached)
      for (const PlaceId seen : visited.among(journey.middle, journey.last)) drop_off.add(seen, seen == place);
    if (place >= 0) {
      Loss& loss = out[static_cast<std::size_t>(place)];
      ++loss.lost;
      if (std::exchange(last_customer[static_cast<std::size_t>(place)], journey.customer) != journey.customer) ++loss.lost_customers;
    }
    if (i + 1 == ids.size() || table.journeys[ids[i + 1]].customer != journey.customer) drop_off.end_customer();
  }
  for (std::uint32_t place = 0; place < out.size(); ++place) out[place].drop_off = drop_off.share(place);
  return out;
}

std::vector<std::optional<double>> chance_lost(const JourneyTable& table, JourneyIds ids) {
  const std::size_t touchpoints = table.shape.touchpoints(), end = touchpoints;
  std::vector<std::optional<double>> out(touchpoints);
  if (table.shape.goal < 0) return out;
  std::vector<std::int64_t> visits(touchpoints), hopeful(touchpoints), moves(touchpoints * (touchpoints + 1));
  for (const auto id : ids) {
    const Journey& journey = table.journeys[id];
    if (!journey.closed()) continue;
    for (auto visit = journey.first; visit < journey.middle; ++visit) {
      const PlaceId at = table.touchpoint[visit];
      ++visits[at];
      hopeful[at] += journey.reached_goal;
      if (visit + 1 < journey.middle) ++moves[at * (touchpoints + 1) + table.touchpoint[visit + 1]];
      else if (!journey.reached_goal) ++moves[at * (touchpoints + 1) + end];
    }
  }
  const auto hope = [&](std::size_t at) {
    return at == end || visits[at] == 0 ? 0.0 : static_cast<double>(hopeful[at]) / static_cast<double>(visits[at]);
  };
  for (std::size_t at = 0; at < touchpoints; ++at) {
    if (table.shape.after(static_cast<PlaceId>(at))) continue;
    double sum = 0;
    for (std::size_t to = 0; to <= end; ++to)
      if (const auto n = moves[at * (touchpoints + 1) + to]; n > 0) sum += static_cast<double>(n) * std::max(0.0, hope(at) - hope(to));
    out[at] = sum;
  }
  return out;
}

std::vector<River> river_of(const JourneyTable& table, const std::vector<Ending>& endings, JourneyIds ids) {
  std::vector<River> river(table.shape.stages());
  SharesBy goes_on;
  int first_after = -1;
  for (std::size_t stage = river.size(); stage-- > 0;)
    if (table.shape.stage_after[stage]) first_after = static_cast<int>(stage);
  // A journey flows through the stages before the goal, or those after it, up to the one where it leaves; -1: through all of them.
  const auto flow = [&](bool after, int leaves_at, bool lost) {
    for (std::size_t stage = 0; stage < river.size(); ++stage) {
      if (table.shape.stage_after[stage] != after) continue;
      River& here = river[stage];
      const bool leaves = static_cast<int>(stage) == leaves_at;
      ++here.in;
      goes_on.add(static_cast<std::uint32_t>(stage), !leaves);
      ++(!leaves ? here.out : lost ? here.lost : here.open);
      if (leaves) return;
    }
  };
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Ending& ending = endings[ids[i]];
    if (ending.before != End::none)
      flow(false, ending.before == End::reached ? -1 : int{table.shape.stage_of[ending.at]}, ending.before == End::lost);
    if (ending.before == End::reached) {
      const bool leaves = ending.after == End::lost || ending.after == End::open;
      flow(true, !leaves ? -1 : ending.visited_after ? int{table.shape.stage_of[ending.at_after]} : first_after, ending.after == End::lost);
    }
    if (i + 1 == ids.size() || table.journeys[ids[i + 1]].customer != table.journeys[ids[i]].customer) goes_on.end_customer();
  }
  for (std::uint32_t stage = 0; stage < river.size(); ++stage) river[stage].goes_on = goes_on.share(stage);
  return river;
}

}  // namespace parcours
