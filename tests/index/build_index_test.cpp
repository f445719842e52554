#include "index/event_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parcours {
namespace {

using ::testing::ElementsAre;

TimeMs utc(int day, int hour = 0, int minute = 0, int second = 0, int ms = 0) {
  return Zone::utc().instant({{2026, 3, day}, hour, minute, second, ms});
}

void add(IndexInput& input, const char* customer, TimeMs time, TimeUnit unit, const char* event) {
  input.events.customer.push(customer);
  input.events.time.push_back(time);
  input.events.unit.push_back(unit);
  input.events.event.push(event);
  input.arrival.push_back(static_cast<std::int64_t>(input.arrival.size()));
}

std::vector<std::string> names(const EventIndex& index) {
  std::vector<std::string> out;
  for (const auto code : index.event) out.push_back(index.events.at(code));
  return out;
}

TEST(BuildIndex, CutsTimesToTheirUnitInTheZone) {
  IndexInput input;
  add(input, "ada", utc(28, 10, 0, 0, 500), TimeUnit::ms, "ms");
  add(input, "ada", utc(28, 10, 0, 1, 500), TimeUnit::second, "second");
  add(input, "ada", utc(28, 10, 1, 30), TimeUnit::minute, "minute");
  add(input, "ada", utc(29, 12), TimeUnit::day, "day");  // in Paris this day has 23 hours and begins at 23:00 UTC
  const EventIndex index = build_index(std::move(input), *Zone::find("Europe/Paris"));
  EXPECT_TRUE(index.timed);
  EXPECT_THAT(index.start, ElementsAre(utc(28, 10, 0, 0, 500), utc(28, 10, 0, 1), utc(28, 10, 1), utc(28, 23)));
  EXPECT_THAT(index.length, ElementsAre(1u, 1000u, 60'000u, 23u * 3'600'000u));
  EXPECT_EQ(index.end(3), utc(29, 22));
}

TEST(BuildIndex, OrdersByCutStartThenArrival) {
  IndexInput input;
  add(input, "ada", utc(28, 8), TimeUnit::ms, "second");
  add(input, "ada", utc(28, 9), TimeUnit::day, "last of the midnights");
  add(input, "ada", utc(28, 10), TimeUnit::day, "arrived before it");
  add(input, "ada", utc(29, 1), TimeUnit::ms, "third");
  std::swap(input.arrival[1], input.arrival[2]);
  input.properties.push_back({"number", {}});
  for (const char* number : {"0", "1", "2", "3"}) input.properties[0].values.push(number);
  const EventIndex index = build_index(std::move(input), Zone::utc());
  EXPECT_THAT(names(index), ElementsAre("arrived before it", "last of the midnights", "second", "third"));
  EXPECT_EQ(index.properties[0].values.at(0), "2");  // every column moves along
  EXPECT_EQ(index.length[0], 86'400'000u);
  EXPECT_EQ(index.length[2], 1u);
}

TEST(BuildIndex, KeepsCustomersApart) {
  IndexInput input;
  add(input, "bob", utc(28, 9), TimeUnit::ms, "b1");
  add(input, "bob", utc(28, 10), TimeUnit::ms, "b2");
  add(input, "ada", utc(28, 8), TimeUnit::ms, "a1");
  const EventIndex index = build_index(std::move(input), Zone::utc());
  ASSERT_EQ(index.customer_count(), 2u);
  EXPECT_THAT(index.begin, ElementsAre(0u, 2u, 3u));
  EXPECT_EQ(index.customers.at(index.customer_code[0]), "bob");
  EXPECT_EQ(index.customers.at(index.customer_code[1]), "ada");
}

TEST(BuildIndex, AnOrderOnlyLogCountsUp) {
  IndexInput input;
  for (const char* event : {"x", "y", "z"}) add(input, "ada", kNoTime, TimeUnit::order, event);
  add(input, "bob", kNoTime, TimeUnit::order, "x");
  const EventIndex index = build_index(std::move(input), Zone::utc());
  EXPECT_FALSE(index.timed);
  EXPECT_THAT(index.start, ElementsAre(0, 1, 2, 0));
  EXPECT_THAT(index.length, ElementsAre(0u, 0u, 0u, 0u));
}

TEST(BuildIndex, ColumnsLeftOutAreAbsentInEveryRow) {
  IndexInput input;
  add(input, "ada", utc(28), TimeUnit::ms, "x");
  const EventIndex index = build_index(std::move(input), Zone::utc());
  EXPECT_THAT(index.channel, ElementsAre(0u));
  EXPECT_TRUE(std::isnan(index.value[0]));
  EXPECT_TRUE(std::isnan(index.score[0]));
}

TEST(BuildIndex, NoEventsAtAll) {
  const EventIndex index = build_index({}, Zone::utc());
  EXPECT_EQ(index.size(), 0u);
  EXPECT_EQ(index.customer_count(), 0u);
  EXPECT_THAT(index.begin, ElementsAre(0u));
}

}  // namespace
}  // namespace parcours
