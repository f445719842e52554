// The real files of ../shared/data, with the figures of other tools.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "events/read_events.h"

namespace parcours::testing {
namespace {

std::string real(const std::string& name) { return std::string(PARCOURS_SOURCE_DIR) + "/../shared/data/" + name; }

#define REQUIRE_REAL(name) \
  if (!std::filesystem::exists(real(name))) GTEST_SKIP() << "../shared/data/" << name << " is not here"

std::set<std::string> customers_of(const ReadFile& file) {
  std::set<std::string> out;
  for (const Event& e : file.events) out.insert(e.customer);
  return out;
}

TEST(RealFiles, ShopWithEveryColumnGuessed) {
  REQUIRE_REAL("ecom.csv.gz");
  const ReadFile file = read_disk(real("ecom.csv.gz"));
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.rows, 31106u);
  EXPECT_EQ(file.events.size(), 31106u);
  EXPECT_TRUE(file.rejects.empty());
  EXPECT_EQ(customers_of(file).size(), 600u);
  EXPECT_EQ(file.column(ColumnRole::customer), "user_id");
  EXPECT_EQ(file.column(ColumnRole::time), "timestamp");
  EXPECT_EQ(file.column(ColumnRole::event), "event");
  EXPECT_EQ(file.column(ColumnRole::source), "acquisition_channel");
  EXPECT_EQ(file.column(ColumnRole::channel), "");
  EXPECT_EQ(file.at(0).time, utc(2024, 3, 13, 10, 21, 14));
  EXPECT_EQ(file.at(0).unit, TimeUnit::second);
  EXPECT_EQ(file.at(0).source, "email");
  EXPECT_EQ(file.at(0).properties, R"({"platform":"desktop","session_id":"sess_000001","user_cohort":"2024-01","user_lifecycle":"returning"})");
}

TEST(RealFiles, BookExampleLog) {
  REQUIRE_REAL("running-example.xes");
  const ReadFile file = read_disk(real("running-example.xes"));
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 42u);
  EXPECT_EQ(customers_of(file).size(), 6u);
  EXPECT_TRUE(file.keeps_duplicates);
  std::set<std::string> names;
  std::map<std::string, std::pair<TimeMs, TimeMs>> spans;
  for (const Event& e : file.events) {
    names.insert(e.event);
    const auto [at, is_new] = spans.try_emplace(e.customer, e.time, e.time);
    if (!is_new) at->second = {std::min(at->second.first, e.time), std::max(at->second.second, e.time)};
  }
  EXPECT_EQ(names.size(), 8u);
  TimeMs total = 0;
  for (const auto& [customer, span] : spans) total += span.second - span.first;
  EXPECT_EQ(total / 6, 966'890'000);                      // mean duration 966 890 s
  EXPECT_EQ(file.at(0).time, utc(2010, 12, 30, 13, 32));  // 14:32 at +01:00
}

TEST(RealFiles, TownHallLogKeepsTheOffsetsOfItsTimes) {
  REQUIRE_REAL("receipt.xes.gz");
  const ReadFile file = read_disk(real("receipt.xes.gz"));
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 8577u);
  EXPECT_EQ(file.skipped, 0u);
  std::set<std::string> names;
  std::map<std::string, std::pair<TimeMs, TimeMs>> spans;
  for (const Event& e : file.events) {
    names.insert(e.event);
    const auto [at, is_new] = spans.try_emplace(e.customer, e.time, e.time);
    if (!is_new) at->second = {std::min(at->second.first, e.time), std::max(at->second.second, e.time)};
  }
  EXPECT_EQ(names.size(), 27u);
  ASSERT_EQ(spans.size(), 1434u);
  double total_s = 0;
  for (const auto& [customer, span] : spans) total_s += static_cast<double>(span.second - span.first) / 1000;
  EXPECT_NEAR(total_s / 1434, 467'263.915, 0.001);  // 467 329.187 without the offsets
  EXPECT_EQ(file.column(ColumnRole::channel), "case:channel");
  EXPECT_EQ(file.at(0).channel, "Internet");
}

TEST(RealFiles, OrdersSeparatedByBlanksWithoutHeader) {
  REQUIRE_REAL("CDNOW_sample.txt");
  ImportOptions options = in_paris();
  options.event_name = "purchase";
  options.customer = "2", options.time = "col3", options.value = "5";
  const ReadFile file = read_disk(real("CDNOW_sample.txt"), options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 6919u);
  EXPECT_EQ(customers_of(file).size(), 2357u);
  std::map<std::string, std::set<TimeMs>> days;
  for (const Event& e : file.events) {
    EXPECT_EQ(e.unit, TimeUnit::day);
    EXPECT_EQ(e.event, "purchase");
    days[e.customer].insert(e.time);
  }
  EXPECT_EQ(std::count_if(days.begin(), days.end(), [](const auto& d) { return d.second.size() > 1; }), 1139);
  EXPECT_EQ(file.at(0).time, utc(1996, 12, 31, 23));  // 1 January 1997 begins in Paris
  EXPECT_EQ(file.at(0).value, 29.33);
  EXPECT_EQ(file.at(0).properties, R"({"col1":"00004","col4":2})");
}

TEST(RealFiles, OrdersAreGuessedFromTheirContents) {
  REQUIRE_REAL("CDNOW_sample.txt");
  ImportOptions options;
  options.event_name = "purchase";
  const ReadFile file = read_disk(real("CDNOW_sample.txt"), options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.column(ColumnRole::time), "col3");
  EXPECT_TRUE(file.column(ColumnRole::customer) == "col1" || file.column(ColumnRole::customer) == "col2");
  EXPECT_TRUE(file.remarks("customer-by-contents"));
  EXPECT_EQ(customers_of(file).size(), 2357u);
}

}  // namespace
}  // namespace parcours::testing
