// Events written down one by one, as a test reads best, and the index made of them.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/rule.h"
#include "index/event_index.h"

namespace listed {

using namespace parcours;

struct Event {
  std::string customer;
  TimeMs at = 0;  // ms
  std::string event, channel, source;
  double value = kNone, score = kNone;
  ScoreScale scale = ScoreScale::none;
  std::string device;  // a property
};
using Events = std::vector<Event>;  // in order of arrival

// Each customer's events in order of time, then arrival.
inline std::map<std::string, Events> by_customer(const Events& events) {
  std::map<std::string, Events> out;
  for (const auto& event : events) out[event.customer].push_back(event);
  for (auto& [customer, own] : out) std::stable_sort(own.begin(), own.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
  return out;
}

inline EventIndex index_of(const Events& events, const Zone& zone = Zone::utc(), TimeUnit unit = TimeUnit::ms) {
  IndexInput input;
  EventBatch& batch = input.events;
  PropertyColumn device{"device", {}};
  for (const auto& [customer, own] : by_customer(events)) {
    for (const auto& event : own) {
      batch.customer.push(customer);
      batch.time.push_back(unit == TimeUnit::order ? kNoTime : event.at);
      batch.unit.push_back(unit);
      batch.event.push(event.event);
      batch.channel.push(event.channel);
      batch.source.push(event.source);
      batch.value.push_back(event.value);
      batch.score.push_back(event.score);
      batch.scale.push_back(event.scale);
      batch.id.push("");
      batch.properties.push("");
      device.values.push(event.device);
    }
  }
  input.properties.push_back(std::move(device));
  return build_index(std::move(input), zone);
}

inline Rule named(const std::string& event) { return {{Condition{FieldTest{FieldTest::Kind::any_of, {event}, {}, {}}, {}}}}; }
inline FieldCondition field_is(const std::string& field, const std::string& value) { return {field, {FieldTest::Kind::any_of, {value}, {}, {}}}; }
inline Rule named_on(const std::string& event, const std::string& channel) {
  Rule rule = named(event);
  rule.any[0].where.push_back(field_is("channel", channel));
  return rule;
}

// Few customers, few names, many ties, silences of all lengths: what goes wrong goes wrong here.
inline Events random_events(std::uint64_t seed, int most = 120) {
  std::mt19937_64 random(seed);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
  const TimeMs begin = 1'700'000'000'000;
  Events events;
  const int customers = 1 + below(12), n = below(most) + 1;
  std::vector<TimeMs> clock(static_cast<std::size_t>(customers), begin);
  for (int i = 0; i < n; ++i) {
    const int c = below(customers);
    static constexpr TimeMs kSteps[] = {0, 0, 1000, 61'000, kHour, 7 * kHour, kDay, 9 * kDay, 10 * kDay, 11 * kDay, 40 * kDay};
    TimeMs& at = clock[static_cast<std::size_t>(c)];
    at += kSteps[below(11)];
    Event event{"c" + std::to_string(c), at, std::string(1, static_cast<char>('A' + below(7))), below(4) == 0 ? "" : "ch" + std::to_string(below(3)),
                below(2) == 0 ? "" : "s" + std::to_string(below(2))};
    if (below(3) == 0) event.value = below(50);
    if (below(5) == 0) event.score = 1 + below(5), event.scale = below(6) == 0 ? ScoreScale::zero_to_ten : ScoreScale::one_to_five;
    if (below(3) != 0) event.device = below(2) == 0 ? "phone" : "desk";
    events.push_back(event);
  }
  std::shuffle(events.begin(), events.end(), random);
  return events;
}

}  // namespace listed
