#include "app/simulate/delivery.h"

#include <algorithm>

#include "app/simulate/people.h"
#include "app/simulate/stream.h"

namespace parcours {
namespace {

constexpr std::uint64_t kOfDelivery = 0x64656c6976657279;  // a stream of its own
constexpr double kLate = 0.02, kTwice = 0.01;
constexpr double kLateHours = 9, kLateSigma = 1.2;
constexpr TimeMs kLatest = 6 * kDay;

void arrive_late(SimulatedEvent& event, const Zone& zone, Random& random) {
  event.arrival = event.time + std::min(kLatest, static_cast<TimeMs>(random.lognormal(kLateHours, kLateSigma) * kHour)) / kSecond * kSecond;
  event.properties["received_at"] = show_instant(event.arrival, zone);
}

}  // namespace

void deliver(std::vector<SimulatedEvent>& events, std::uint64_t seed, const Traits& traits, const Zone& zone) {
  std::vector<SimulatedEvent> again;
  const std::string prefix = "synthetic-" + std::to_string(seed) + "-";
  Random random(0);
  std::int64_t person = 0, count = 0;
  for (auto& event : events) {
    if (event.person != person) random = stream_of(seed ^ kOfDelivery, person = event.person), count = 0;
    event.id = prefix + digits_of(person) + "-" + std::to_string(++count);
    if (traits.late && random.chance(kLate)) arrive_late(event, zone, random);
    if (!traits.duplicates || !random.chance(kTwice)) continue;
    again.push_back(event);
    again.back().arrival += static_cast<TimeMs>(1 + random.below(900)) * kSecond;
  }
  events.insert(events.end(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.arrival < b.arrival; });
}

}  // namespace parcours
