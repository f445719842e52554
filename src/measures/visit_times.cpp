#include "measures/visit_times.h"

#include <limits>

#include "questions/time_figure.h"

namespace parcours {

std::vector<VisitTimes> visit_times(const JourneyTable& table, JourneyIds ids, const Places& places) {
  std::vector<VisitTimes> out(places.size());
  if (!table.timed) return out;
  std::vector<std::vector<TimeMs>> within(places.size()), to_next(places.size());
  for (const auto id : ids) {
    const Journey& journey = table.journeys[id];
    for (auto visit = journey.first; visit < journey.last;) {
      const PlaceId place = places.of[table.touchpoint[visit]];
      const auto first = visit;
      while (visit < journey.last && places.of[table.touchpoint[visit]] == place) ++visit;
      within[place].push_back(table.at[visit - 1] - table.at[first]);
      if (visit < journey.last) to_next[place].push_back(table.at[visit] - table.at[visit - 1]);
    }
  }
  for (std::size_t place = 0; place < out.size(); ++place)
    out[place] = {time_figure(std::move(within[place])), time_figure(std::move(to_next[place]))};
  return out;
}

Lifetime lifetime_from(const JourneyTable& table, const Journey& journey, TimeMs from) {
  if (journey.reached_goal) return {table.at[journey.middle - 1] - from, true};
  return {journey.silent ? std::numeric_limits<TimeMs>::max() : table.as_of - from, false};
}

std::vector<TimeFigure> times_to_goal(const JourneyTable& table, JourneyIds ids) {
  std::vector<TimeFigure> out(table.shape.touchpoints());
  if (!table.timed || table.shape.goal < 0) return out;
  std::vector<std::vector<Lifetime>> lifetimes(out.size());
  std::vector<std::uint64_t> counted_in(out.size(), ~std::uint64_t{0});
  for (const auto id : ids) {
    const Journey& journey = table.journeys[id];
    for (auto visit = journey.first; visit < journey.middle; ++visit) {
      const PlaceId touchpoint = table.touchpoint[visit];
      if (counted_in[touchpoint] == id) continue;
      counted_in[touchpoint] = id;
      lifetimes[touchpoint].push_back(lifetime_from(table, journey, table.at[visit]));
    }
  }
  for (std::size_t touchpoint = 0; touchpoint < out.size(); ++touchpoint) out[touchpoint] = survival_figure(std::move(lifetimes[touchpoint]));
  return out;
}

}  // namespace parcours
