#include "measures/listed.h"

#include <algorithm>

#include "measures/losses.h"

namespace parcours {
namespace {

bool counts(const Ending& ending, PlaceId touchpoint, ListWho who) {
  switch (who) {
    case ListWho::lost: return lost_at(ending) == touchpoint;
    case ListWho::open: return open_at(ending) == touchpoint;
    case ListWho::visited: break;
  }
  return true;
}

}  // namespace

std::vector<ListedCustomer> listed_at(const EventIndex& index, const JourneyTable& table, const std::vector<Ending>& endings, PlaceId touchpoint,
                                      ListWho who) {
  std::vector<ListedCustomer> out;
  std::uint32_t last_customer = ~std::uint32_t{0};
  for (std::size_t id = 0; id < table.journeys.size(); ++id) {
    const Journey& journey = table.journeys[id];
    if (!journey.seen() || !counts(endings[id], touchpoint, who)) continue;
    auto visit = journey.last;
    while (visit > journey.first && table.touchpoint[visit - 1] != touchpoint) --visit;
    if (visit == journey.first) continue;
    if (std::exchange(last_customer, journey.customer) != journey.customer)
      out.push_back({index.customers.at(index.customer_code[journey.customer]), 0, kNoTime});
    ++out.back().journeys;
    if (table.timed) out.back().last_visit = table.at[visit - 1];
  }
  std::sort(out.begin(), out.end(), [](const ListedCustomer& a, const ListedCustomer& b) { return a.customer < b.customer; });
  return out;
}

}  // namespace parcours
