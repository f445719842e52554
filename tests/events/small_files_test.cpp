// The hand-made files of tests/data, with the figures of their README.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "events/link_file.h"
#include "events/reject_file.h"
#include "events/read_events.h"

namespace parcours::testing {
namespace {

std::string small(const std::string& name) { return std::string(PARCOURS_SOURCE_DIR) + "/tests/data/" + name; }

std::map<std::string, int> names_of(const ReadFile& file) {
  std::map<std::string, int> out;
  for (const Event& e : file.events) ++out[e.event];
  return out;
}

TEST(SmallFiles, ShopIsGuessedWhole) {
  const ReadFile file = read_disk(small("shop_small.csv"), in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 92u);
  EXPECT_TRUE(file.rejects.empty());
  EXPECT_EQ(file.column(ColumnRole::channel), "channel");
  EXPECT_EQ(file.column(ColumnRole::source), "source");
  EXPECT_EQ(file.column(ColumnRole::value), "value");
  const auto names = names_of(file);
  EXPECT_EQ(names.at("view_item"), 20);
  EXPECT_EQ(names.at("purchase"), 9);
  double revenue = 0;
  for (const Event& e : file.events)
    if (e.event == "purchase") revenue += e.value;
  EXPECT_NEAR(revenue, 919.30, 1e-9);
}

TEST(SmallFiles, FrenchTwinGivesTheSameEvents) {
  const ReadFile english = read_disk(small("shop_small.csv"), in_paris());
  const ReadFile french = read_disk(small("shop_small_fr.csv"), in_paris());
  ASSERT_FALSE(french.failure) << why(french);
  EXPECT_EQ(french.plan.dialect.separator, ';');
  EXPECT_EQ(french.plan.decimal, ',');
  EXPECT_EQ(french.plan.encoding, Encoding::utf8);
  EXPECT_FALSE(french.remarks("ambiguous-days"));
  ASSERT_EQ(french.events.size(), english.events.size());
  for (std::size_t r = 0; r < english.events.size(); ++r) {
    const Event &a = english.at(r), &b = french.at(r);
    EXPECT_EQ(std::tie(a.customer, a.time, a.event, a.channel, a.source, a.line), std::tie(b.customer, b.time, b.event, b.channel, b.source, b.line))
        << r;
    EXPECT_TRUE(a.value == b.value || (std::isnan(a.value) && std::isnan(b.value))) << r;
    EXPECT_EQ(b.unit, TimeUnit::minute);
  }
}

TEST(SmallFiles, OrdersInBlanks) {
  ImportOptions options;
  options.event_name = "purchase";
  options.customer = "2", options.time = "3", options.value = "5";
  const ReadFile file = read_disk(small("orders_small.txt"), options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 15u);
  double total = 0;
  for (const Event& e : file.events) total += e.value;
  EXPECT_NEAR(total, 329.00, 1e-9);
}

TEST(SmallFiles, LogLeavesTheStartOfAnActivityAside) {
  const ReadFile file = read_disk(small("small.xes"), in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.rows, 19u);
  EXPECT_EQ(file.skipped, 1u);
  EXPECT_EQ(file.events.size(), 18u);
  EXPECT_TRUE(file.plan.complete_only);
  EXPECT_TRUE(file.remarks("complete-only"));
  EXPECT_TRUE(file.remarks("times-without-zone"));
  const auto names = names_of(file);
  EXPECT_EQ(names.size(), 4u);
  EXPECT_EQ(names.at("receive"), 5);
  EXPECT_EQ(names.at("check"), 5);
  const auto without_zone = std::find_if(file.events.begin(), file.events.end(), [](const Event& e) { return e.customer == "r4"; });
  EXPECT_EQ(without_zone->time, utc(2026, 3, 31, 7));  // 09:00 in Paris, summer
  const auto spring = std::find_if(file.events.begin(), file.events.end(), [](const Event& e) { return e.customer == "r3" && e.event == "check"; });
  EXPECT_EQ(spring->time - (spring - 1)->time, 3 * kHour);
}

TEST(SmallFiles, WhoCameWithoutTheCustomersOwnNameIsKnownByTheOther) {
  const std::string rows =
      "email,device,time,event\n,d1,2026-04-01 08:00,see\nAna@Example.org,d1,2026-04-01 08:05,buy\nNULL,d2,2026-04-01 09:00,see\n,,2026-04-01 "
      "09:10,see\nbob@example.org,,2026-04-01 09:20,see\nbob@example.org,,2026-04-02 09:20,see\nbob@example.org,,2026-04-03 09:20,see\n";
  ImportOptions options;
  options.customer = "email";
  const ReadFile alone = read_text(rows, options);
  EXPECT_EQ(alone.rejects.size(), 3u);
  ASSERT_EQ(alone.notes.size(), 1u);
  EXPECT_EQ(alone.notes[0].code, "customer-missing");

  options.links = {"device"};
  const ReadFile file = read_text(rows, options);
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 6u);
  EXPECT_EQ(file.at(0).customer, "d1");
  EXPECT_EQ(file.at(1).customer, "ana@example.org");
  EXPECT_EQ(file.at(1).links, std::vector<std::string>{"d1"});
  EXPECT_EQ(file.at(2).customer, "d2");
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].line, 5u);
  EXPECT_EQ(file.rejects[0].reason.key, "events.reject.no_customer");
  ASSERT_EQ(file.notes.size(), 1u);
  EXPECT_EQ(file.notes[0].code, "customer-by-link");
  EXPECT_EQ(render(file.notes[0].message, Lang::en),
            "2 rows have nothing in `email`: they belong to the customer of the further identity (`--link`)");
}

TEST(SmallFiles, RejectsAreToldByCause) {
  const std::vector<Reject> rejects = {{2, "time", msg("events.reject.no_time"), "", ""},
                                       {3, "email", msg("events.reject.no_customer"), "", ""},
                                       {4, "price", msg("events.reject.not_a_number", {{"value", "free"}}), "", ""},
                                       {5, "email", msg("events.reject.no_customer"), "", ""},
                                       {6, "price", msg("events.reject.not_a_number", {{"value", "gift"}}), "", ""},
                                       {7, "email", msg("events.reject.no_customer"), "", ""}};
  const auto causes = causes_of(rejects);
  ASSERT_EQ(causes.size(), 3u);
  EXPECT_EQ(causes[0].first->line, 3u);
  EXPECT_EQ(causes[0].rows, 3u);
  EXPECT_EQ(causes[1].first->line, 4u);
  EXPECT_EQ(causes[1].rows, 2u);
  EXPECT_EQ(causes[2].first->line, 2u);
  EXPECT_EQ(causes[2].rows, 1u);
}

TEST(SmallFiles, NdjsonIsFlattenedAndItsBadLinesRejected) {
  ImportOptions options;
  options.customer = "user.id", options.time = "time", options.event = "event", options.channel = "context.channel", options.value = "price";
  options.links = {"user.email"};
  const ReadFile file = read_disk(small("small.ndjson"), options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.rows, 10u);
  EXPECT_EQ(file.events.size(), 7u);
  ASSERT_EQ(file.rejects.size(), 3u);
  std::set<std::string> reasons;
  for (const Reject& r : file.rejects) reasons.insert(r.reason.key);
  EXPECT_EQ(reasons, (std::set<std::string>{"events.reject.not_a_time", "events.reject.not_json", "events.reject.no_customer"}));
  EXPECT_EQ(file.at(0).time, utc(2026, 4, 1, 8));
  EXPECT_EQ(file.at(1).time, utc(2026, 4, 1, 8, 1, 30, 250));
  EXPECT_EQ(file.at(2).time, utc(2026, 4, 1, 8, 5));
  EXPECT_EQ(file.at(0).links, std::vector<std::string>{"ana@example.org"});
  EXPECT_EQ(file.at(0).channel, "website");
  EXPECT_EQ(file.at(0).properties, R"({"context.page":"/home"})");
  EXPECT_EQ(file.at(2).value, 89.9);
}

TEST(SmallFiles, ScalesOfSurveysAreGuessed) {
  const ReadFile nps = read_disk(small("survey_small.csv"));
  ASSERT_FALSE(nps.failure) << why(nps);
  EXPECT_EQ(nps.events.size(), 39u);
  EXPECT_EQ(nps.plan.scale, ScoreScale::zero_to_ten);
  EXPECT_EQ(std::count_if(nps.events.begin(), nps.events.end(), [](const Event& e) { return e.score >= 9; }), 8);
  EXPECT_EQ(std::count_if(nps.events.begin(), nps.events.end(), [](const Event& e) { return e.score <= 6; }), 22);
  const ReadFile csat = read_disk(small("csat_small.csv"));
  ASSERT_FALSE(csat.failure) << why(csat);
  EXPECT_EQ(csat.plan.scale, ScoreScale::one_to_five);
  EXPECT_EQ(csat.events.size(), 10u);
  EXPECT_EQ(csat.at(0).unit, TimeUnit::day);
}

TEST(SmallFiles, Links) {
  DiskInputs inputs;
  const auto links = read_links(inputs, small("links_small.csv"));
  ASSERT_TRUE(links.ok());
  ASSERT_EQ(links->pairs.size(), 5u);
  EXPECT_EQ(links->pairs.front(), (std::pair<std::string, std::string>{"c06", "c03"}));
  EXPECT_TRUE(links->rejects.empty());
}

}  // namespace
}  // namespace parcours::testing
