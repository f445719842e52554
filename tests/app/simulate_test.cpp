#include "app/simulate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "app/simulated_event.h"
#include "app/templates.h"
#include "map/map_file.h"

namespace parcours {
namespace {

JourneyMap shop() {
  for (const auto& file : template_files())
    if (file.path == "shop/maps/shop.yaml") return parse_map("shop.yaml", std::string(file.content)).value;
  return {};
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> row;
    std::istringstream fields(line + ",");
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

TEST(Simulate, TheSameSeedGivesTheSameBytes) {
  const SimulateOptions options{200, 5, {2026, 11, 1}, 90, *Zone::find("Europe/Paris")};
  SimulateOptions other = options;
  other.seed = 6;
  EXPECT_EQ(*simulate(shop(), options), *simulate(shop(), options));
  EXPECT_NE(*simulate(shop(), options), *simulate(shop(), other));
}

TEST(Simulate, EveryRowSaysThatItIsSynthetic) {
  const auto rows = rows_of(*simulate(shop(), {100, 1, {2026, 11, 1}, 90, Zone::utc()}));
  ASSERT_GT(rows.size(), 100u);
  EXPECT_EQ(rows[0].back(), "synthetic");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].back(), "true");
    EXPECT_TRUE(rows[i][0].starts_with("synthetic-"));
    EXPECT_LE(rows[i][1].substr(0, 10), "2026-11-01") << "beyond the last day";
  }
}

// The map's frictions are planted twice as deep on mobile: fewer of its customers buy.
TEST(Simulate, MobileCustomersBuyLess) {
  const auto rows = rows_of(*simulate(shop(), {4000, 1, {2026, 11, 1}, 180, Zone::utc()}));
  const auto& head = rows[0];
  const auto column = [&](const std::string& name) { return static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin()); };
  std::map<std::string, std::set<std::string>> customers, buyers;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    customers[rows[i][column("platform")]].insert(rows[i][0]);
    if (rows[i][column("event")] == "purchase") buyers[rows[i][column("platform")]].insert(rows[i][0]);
  }
  const auto share = [&](const std::string& platform) {
    return static_cast<double>(buyers[platform].size()) / static_cast<double>(customers[platform].size());
  };
  EXPECT_LT(share("mobile") * 1.5, share("desktop"));
}

TEST(Simulate, EventsPassTheRuleTheyAreMadeFor) {
  Rule rule;
  rule.any.push_back({FieldTest{FieldTest::Kind::like, {"cart_*"}, {}, {}},
                      {{"page", {FieldTest::Kind::like, {"/rings/*"}, {}, {}}}, {"value", {FieldTest::Kind::between, {}, 10, 20}}}});
  Random random(3);
  const SimulatedEvent event = event_that_passes(rule, random);
  EXPECT_TRUE(passes(*rule.any[0].event, event.event)) << event.event;
  EXPECT_TRUE(passes(rule.any[0].where[0].test, event.properties.at("page")));
  EXPECT_EQ(event.value, 10);
}

TEST(Simulate, AMapWithoutRulesIsMisuse) {
  const auto made = simulate(parse_map("m.yaml", "parcours: 1\ntitle: T\nstages: []\n").value, {});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.failure().kind, FailureKind::misuse);
}

}  // namespace
}  // namespace parcours
