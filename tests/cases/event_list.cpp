#include "cases/event_list.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace parcours {

IndexInput input_of(const std::vector<CaseEvent>& events) {
  IndexInput input;
  EventBatch& batch = input.events;
  std::set<std::string> properties;
  std::vector<std::uint32_t> customers;
  for (const CaseEvent& event : events) {
    customers.push_back(batch.customer.texts.intern(event.customer));
    for (const auto& [name, value] : event.properties) properties.insert(name);
  }
  std::vector<std::size_t> order(events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return customers[a] != customers[b] ? customers[a] < customers[b] : events[a].time < events[b].time;
  });
  for (const auto& name : properties) input.properties.push_back({name, {}});
  for (const std::size_t i : order) {
    const CaseEvent& event = events[i];
    batch.customer.codes.push_back(customers[i]);
    batch.time.push_back(event.unit == TimeUnit::order ? kNoTime : event.time);
    batch.unit.push_back(event.unit);
    batch.event.push(event.event);
    batch.channel.push(event.channel);
    batch.source.push(event.source);
    batch.value.push_back(event.value.value_or(kNone));
    batch.score.push_back(event.score.value_or(kNone));
    batch.scale.push_back(event.score ? ScoreScale::zero_to_ten : ScoreScale::none);
    input.arrival.push_back(static_cast<std::int64_t>(i));
    for (auto& column : input.properties) {
      const auto at = event.properties.find(column.name);
      column.values.push(at == event.properties.end() ? std::string_view() : std::string_view(at->second));
    }
  }
  return input;
}

EventIndex index_of(const std::vector<CaseEvent>& events, const Zone& zone) { return build_index(input_of(events), zone); }

}  // namespace parcours
