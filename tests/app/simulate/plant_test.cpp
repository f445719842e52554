// Frictions planted in simulated data, found again by counting; and what is said of options that make no sense.
#include "app/simulate/plant.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/simulate/simulated.h"

namespace parcours {
namespace {

using namespace testing_simulate;

constexpr Date kPlanted{2026, 5, 1};

// Of the customers on that platform whose first product page is before the day (or on it and after), long before the end: the share
// who were not seen again.
double lost_at_product(const std::vector<Row>& rows, const std::string& platform, bool before) {
  struct Seen {
    std::string product, last;
  };
  std::map<std::string, Seen> people;
  std::vector<Row> in_time = rows;
  std::stable_sort(in_time.begin(), in_time.end(), [](const Row& a, const Row& b) { return a.at("time") < b.at("time"); });
  for (const auto& row : in_time) {
    if (row.at("platform") != platform || row.at("event") == "feedback" || row.at("event") == "payment_failed") continue;
    Seen& seen = people[row.at("event_id").substr(0, row.at("event_id").rfind('-'))];
    if (row.at("event") == "view_item" && seen.product.empty()) seen.product = row.at("time");
    seen.last = row.at("event");
  }
  double visited = 0, lost = 0;
  for (const auto& [person, seen] : people) {
    if (seen.product.empty() || (seen.product < show(kPlanted)) != before || seen.product > "2026-09-15") continue;
    visited += 1, lost += seen.last == "view_item" ? 1 : 0;
  }
  EXPECT_GT(visited, 300);
  return lost / visited;
}

TEST(Plant, FromItsDayOnMoreLeaveThere) {
  const Subject shop = template_named("shop");
  SimulateOptions options{.customers = 4000, .seed = 7};
  options.traits.returns = false;
  const auto without = rows_of(csv_of(simulated(shop, options), Zone::utc()));
  options.plants = {*parse_plant("product[platform=mobile]=0.25@2026-05-01")};
  const auto with = rows_of(csv_of(simulated(shop, options), Zone::utc()));

  // 0.25 more, give or take the noise of some seven hundred customers.
  EXPECT_NEAR(lost_at_product(with, "mobile", false) - lost_at_product(without, "mobile", false), 0.25, 0.05);
  EXPECT_EQ(lost_at_product(with, "mobile", true), lost_at_product(without, "mobile", true));
  EXPECT_EQ(lost_at_product(with, "desktop", false), lost_at_product(without, "desktop", false));

  // Nothing that happened before that day is any other.
  const auto until_then = [](std::vector<Row> rows) {
    std::erase_if(rows, [](const Row& row) { return row.at("time") >= show(kPlanted); });
    return rows;
  };
  EXPECT_GT(until_then(with).size(), 4000u);
  EXPECT_EQ(until_then(with), until_then(without));
}

TEST(Plant, IsReadAsAPersonTypesIt) {
  const Plant whole = *parse_plant("payment[platform=mobile,value>=10]=25%@2026-10-01");
  EXPECT_EQ(whole.touchpoint, "payment");
  ASSERT_EQ(whole.where.size(), 2u);
  EXPECT_EQ(whole.where[0].field, "platform");
  EXPECT_DOUBLE_EQ(whole.share, 0.25);
  EXPECT_EQ(whole.from, (Date{2026, 10, 1}));
  const Plant bare = *parse_plant("payment=0.1");
  EXPECT_DOUBLE_EQ(bare.share, 0.1);
  EXPECT_FALSE(bare.from);
  for (const char* bad : {"payment", "payment=", "payment=2", "payment=0", "payment=-0.1", "payment=0.1@", "payment=0.1@1 May", "a,b=0.1", "pay*=0.1",
                          "=0.1", "payment[platform=mobile=0.1", "payment[]=0.1"})
    EXPECT_FALSE(parse_plant(bad).ok()) << bad;
}

std::string complaint(const Result<std::vector<SimulatedEvent>>& made) {
  if (made.ok()) return "";
  EXPECT_EQ(made.failure().kind, FailureKind::misuse);
  const Diagnostic& what = made.failure().what;
  return render(what.message, Lang::en) + (what.hint ? "; " + render(*what.hint, Lang::en) : "");
}

TEST(Simulate, WhatMakesNoSenseIsMisuse) {
  const Subject shop = template_named("shop"), empty = of_map("parcours: 1\ntitle: T\nstages: []\n");
  EXPECT_EQ(complaint(simulate(empty.map, {}, {}, {})),
            "no touchpoint of `m` has a rule: there is nothing to simulate; add `match:` to the touchpoints");
  const auto planted = [&](const std::string& text) { return complaint(simulate(shop.map, {}, {}, {.plants = {*parse_plant(text)}})); };
  EXPECT_EQ(planted("paymnt=0.1"), "the map `shop` has no touchpoint `paymnt`; did you mean `payment`?");
  EXPECT_EQ(planted("order=0.1"),
            "nobody can leave at `order`: it is the goal, or it has no rule; choose a touchpoint that has a rule, before the goal or after it");
  EXPECT_NE(planted("elsewhere=0.1"), "");
}

TEST(Traits, AreLeftOutByName) {
  EXPECT_EQ(*traits_without(""), Traits{});
  const Traits some = *traits_without("late, duplicates");
  EXPECT_FALSE(some.late || some.duplicates);
  EXPECT_TRUE(some.ties && some.identities && some.loops && some.returns && some.surveys && some.season);
  std::string all;
  for (const auto& known : all_traits()) all += std::string(known.name) + ",";
  EXPECT_EQ(*traits_without(all), Traits::none());
  const auto meant = traits_without("duplicate");
  ASSERT_FALSE(meant.ok());
  EXPECT_EQ(render(*meant.failure().what.hint, Lang::en), "did you mean `duplicates`?");
}

}  // namespace
}  // namespace parcours
