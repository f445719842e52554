// What makes simulated data like real data, each counted from the events or the CSV, and gone when left out.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

#include "app/simulate/simulated.h"

namespace parcours {
namespace {

using namespace testing_simulate;
using Kind = SimulatedEvent::Kind;

SimulateOptions without(bool Traits::*trait) {
  SimulateOptions options{.customers = 1500, .seed = 7};
  options.traits.*trait = false;
  return options;
}

std::size_t count(const std::vector<SimulatedEvent>& events, const std::function<bool(const SimulatedEvent&)>& holds) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), holds));
}

TEST(SimulatedTraits, TheSameSeedGivesTheSameBytes) {
  const Subject shop = template_named("shop");
  const Zone paris = *Zone::find("Europe/Paris");
  const auto csv = [&](std::uint64_t seed) { return csv_of(simulated(shop, {.customers = 200, .seed = seed, .zone = paris}), paris); };
  EXPECT_EQ(csv(5), csv(5));
  EXPECT_NE(csv(5), csv(6));
}

TEST(SimulatedTraits, MoreCustomersChangeNothingOfTheFirstOnes) {
  const Subject shop = template_named("shop");
  const auto few = by_person(simulated(shop, {.customers = 50, .seed = 5})), many = by_person(simulated(shop, {.customers = 80, .seed = 5}));
  ASSERT_EQ(many.size(), 80u);
  for (const auto& [person, own] : few) {
    ASSERT_EQ(own.size(), many.at(person).size());
    for (std::size_t i = 0; i < own.size(); ++i) {
      EXPECT_EQ(own[i].id, many.at(person)[i].id);
      EXPECT_EQ(own[i].time, many.at(person)[i].time);
    }
  }
}

TEST(SimulatedTraits, EveryRowSaysThatItIsSyntheticAndEveryCustomerIsThere) {
  const auto rows = rows_of(csv_of(simulated(template_named("shop"), {.customers = 300, .seed = 1}), Zone::utc()));
  std::set<std::string> people;
  for (const auto& row : rows) {
    EXPECT_EQ(row.at("synthetic"), "true");
    EXPECT_TRUE(row.at("customer").starts_with("synthetic-")) << row.at("customer");
    EXPECT_LE(row.at("time").substr(0, 10), "2026-11-01") << "beyond the last day";
    people.insert(row.at("event_id").substr(0, row.at("event_id").rfind('-')));
  }
  EXPECT_EQ(people.size(), 300u);
}

// Rows joined by `customer` and `linked_to`, with the simplest union there is.
std::size_t joined_customers(const std::vector<Row>& rows) {
  std::map<std::string, std::string> leader;
  const std::function<std::string(const std::string&)> find = [&](const std::string& id) {
    const std::string up = leader.try_emplace(id, id).first->second;
    return up == id ? id : find(up);
  };
  for (const auto& row : rows) {
    find(row.at("customer"));
    if (!row.at("linked_to").empty()) leader[find(row.at("customer"))] = find(row.at("linked_to"));
  }
  std::set<std::string> groups;
  for (const auto& [id, up] : leader) groups.insert(find(id));
  return groups.size();
}

TEST(SimulatedTraits, IdentitiesJoinedByTheirLinksAreTheCustomers) {
  const Subject shop = template_named("shop");
  const auto events = simulated(shop, {.customers = 1500, .seed = 7});
  const auto rows = rows_of(csv_of(events, Zone::utc()));
  std::set<std::string> identities;
  for (const auto& row : rows) identities.insert(row.at("customer"));
  EXPECT_GT(identities.size(), 1800u);
  EXPECT_EQ(joined_customers(rows), 1500u);
  for (const char* kind : {"synthetic-cookie-", "synthetic-card-"})
    EXPECT_GT(std::count_if(identities.begin(), identities.end(), [&](const std::string& id) { return id.starts_with(kind); }), 20) << kind;
  // Whoever orders has logged in.
  for (const auto& event : events) EXPECT_TRUE(event.touchpoint != "order" || event.customer.ends_with("@example.com")) << event.customer;

  const auto plain = simulated(shop, without(&Traits::identities));
  EXPECT_EQ(count(plain, [](const auto& e) { return !e.linked_to.empty(); }), 0u);
  std::set<std::string> names;
  for (const auto& event : plain) names.insert(event.customer);
  EXPECT_EQ(names.size(), 1500u);
}

// Touchpoints that come again after another one, and steps to an earlier stage within two days.
std::size_t steps_back(const JourneyMap& map, const std::vector<SimulatedEvent>& events) {
  std::size_t back = 0;
  for (const auto& [person, own] : by_person(events))
    for (std::size_t i = 1; i < own.size(); ++i)
      back += map.stage_of(own[i].touchpoint) < map.stage_of(own[i - 1].touchpoint) && own[i].time - own[i - 1].time < 2 * kDay;
  return back;
}

TEST(SimulatedTraits, CustomersGoBackAStage) {
  const Subject shop = template_named("shop");
  EXPECT_GT(steps_back(shop.map, simulated(shop, {.customers = 1500, .seed = 7})), 50u);
  EXPECT_EQ(steps_back(shop.map, simulated(shop, without(&Traits::loops))), 0u);
}

TEST(SimulatedTraits, BuyersComeBackAtTheStageTheMapLeadsTo) {
  const Subject saas = template_named("hotel");
  const auto returns = [&](const SimulateOptions& options) {
    std::size_t returned = 0, again = 0;
    for (const auto& [person, own] : by_person(simulated(saas, options))) {
      bool bought = false, back = false;
      for (const auto& event : own) {
        if (event.kind != Kind::visit) continue;
        again += back && event.touchpoint == saas.map.goal;
        back = back || (bought && saas.map.stage_of(event.touchpoint)->id == saas.map.stages.back().leads_to);
        bought = bought || event.touchpoint == saas.map.goal;
      }
      returned += back;
    }
    return std::pair(returned, again);
  };
  const auto [returned, again] = returns({.customers = 3000, .seed = 7});
  EXPECT_GT(returned, 50u);
  EXPECT_GT(again, 10u);
  SimulateOptions never = without(&Traits::returns);
  never.traits.loops = false;  // these lead back too, right after the goal's stage
  EXPECT_EQ(returns(never).first, 0u);
}

double mean_score(const std::vector<SimulatedEvent>& events, const std::set<std::string>& touchpoints) {
  double sum = 0, n = 0;
  for (const auto& event : events)
    if (event.kind == Kind::survey && touchpoints.contains(event.touchpoint)) sum += *event.score, n += 1;
  EXPECT_GT(n, 50);
  return sum / n;
}

TEST(SimulatedTraits, SurveysFollowTheEmotionsOfTheMap) {
  for (const std::string name : {"shop", "bank", "saas"}) {
    const Subject subject = template_named(name);
    std::set<std::string> sad, happy;
    for (const auto& stage : subject.map.stages)
      for (const auto& touchpoint : stage.touchpoints) {
        double sum = 0;
        for (const auto& emotion : touchpoint.emotions) sum += emotion.value;
        if (sum / static_cast<double>(touchpoint.emotions.size()) <= -0.8) sad.insert(touchpoint.id);
        if (sum / static_cast<double>(touchpoint.emotions.size()) >= 0.5) happy.insert(touchpoint.id);
      }
    const auto events = simulated(subject, {.customers = 6000, .seed = 7});
    EXPECT_LT(mean_score(events, sad) + 2, mean_score(events, happy)) << name;
    for (const auto& event : events)
      EXPECT_TRUE(!event.score || (*event.score >= 0 && *event.score <= 10 && *event.score == std::floor(*event.score)));
  }
  const auto none = simulated(template_named("shop"), without(&Traits::surveys));
  EXPECT_EQ(count(none, [](const auto& e) { return e.kind == Kind::survey || e.properties.contains("verbatim"); }), 0u);
}

// What the map's customers say there, its frictions, and the general words of the catalogue; nothing in the other language.
TEST(SimulatedTraits, VerbatimsAreInTheLanguageOfTheMap) {
  Subject shop = template_named("shop");
  for (const Lang lang : {Lang::fr, Lang::en}) {
    shop.map.language = lang;
    std::set<std::string> sayable, said;
    for (const auto& entry : catalogue())
      if (entry.key.starts_with("app.verbatim.")) sayable.insert(std::string(lang == Lang::fr ? entry.fr : entry.en));
    for (const auto& stage : shop.map.stages)
      for (const auto& touchpoint : stage.touchpoints) {
        for (const auto& words : touchpoint.says) sayable.insert(words.in(lang));
        for (const auto& friction : touchpoint.frictions) sayable.insert(friction.text.in(lang));
      }
    for (const auto& row : rows_of(csv_of(simulated(shop, {.customers = 2000, .seed = 7}), Zone::utc()))) {
      if (row.at("verbatim").empty()) continue;
      EXPECT_NE(row.at("score"), "");
      EXPECT_TRUE(sayable.contains(row.at("verbatim"))) << row.at("verbatim");
      said.insert(row.at("verbatim"));
    }
    EXPECT_GT(said.size(), 15u);
  }
}

TEST(SimulatedTraits, SomeEventsAreSentTwice) {
  const Subject shop = template_named("shop");
  const auto repeated = [&](const SimulateOptions& options) {
    std::map<std::string, std::vector<Row>> by_id;
    for (auto& row : rows_of(csv_of(simulated(shop, options), Zone::utc()))) by_id[row.at("event_id")].push_back(row);
    std::size_t twice = 0;
    for (const auto& [id, rows] : by_id) {
      twice += rows.size() - 1;
      for (const auto& row : rows) EXPECT_EQ(row, rows[0]);
    }
    return twice;
  };
  EXPECT_GT(repeated({.customers = 1500, .seed = 7}), 20u);
  EXPECT_EQ(repeated(without(&Traits::duplicates)), 0u);
}

TEST(SimulatedTraits, SomeEventsArriveLate) {
  const Subject shop = template_named("shop");
  const auto behind = [&](const SimulateOptions& options) {
    std::size_t rows_behind = 0;
    std::string latest;
    for (const auto& row : rows_of(csv_of(simulated(shop, options), Zone::utc()))) {
      const bool late = row.contains("received_at") && !row.at("received_at").empty();
      EXPECT_TRUE(!late || row.at("received_at") > row.at("time"));
      rows_behind += late && row.at("time") < latest;
      latest = std::max(latest, row.at("time"));
    }
    return rows_behind;
  };
  EXPECT_GT(behind({.customers = 1500, .seed = 7}), 50u);
  EXPECT_EQ(behind(without(&Traits::late)), 0u);
}

TEST(SimulatedTraits, SomeEventsAreTied) {
  const Subject shop = template_named("shop");
  const auto ties = [&](const SimulateOptions& options) {
    std::size_t tied = 0;
    for (const auto& [person, own] : by_person(simulated(shop, options)))
      for (std::size_t i = 1; i < own.size(); ++i) tied += own[i].time == own[i - 1].time;
    return tied;
  };
  EXPECT_GT(ties({.customers = 1500, .seed = 7}), 20u);
  EXPECT_EQ(ties(without(&Traits::ties)), 0u);
}

std::vector<TimeMs> first_events(const Subject& subject, const SimulateOptions& options) {
  std::vector<TimeMs> times;
  for (const auto& [person, own] : by_person(simulated(subject, options))) times.push_back(own.front().time);
  return times;
}

double share_of(const std::vector<TimeMs>& times, const std::function<bool(LocalTime)>& holds) {
  const auto n = std::count_if(times.begin(), times.end(), [&](TimeMs time) { return holds(Zone::utc().local(time)); });
  return static_cast<double>(n) / static_cast<double>(times.size());
}

TEST(SimulatedTraits, ThereAreHoursDaysAndARushBeforeTheTargetDate) {
  const auto at_night = [](LocalTime at) { return at.hour >= 1 && at.hour < 6; };
  const auto weekend = [](LocalTime at) { return weekday(at.date) >= 6; };
  const Subject shop = template_named("shop"), b2b = template_named("b2b");
  const SimulateOptions options{.customers = 4000, .seed = 7};
  EXPECT_LT(share_of(first_events(shop, options), at_night), 0.05);
  EXPECT_GT(share_of(first_events(shop, options), weekend), 2.1 / 7);
  EXPECT_LT(share_of(first_events(b2b, options), weekend), 0.05);
  SimulateOptions flat = options;
  flat.traits.season = false;
  EXPECT_NEAR(share_of(first_events(shop, flat), at_night), 5.0 / 24, 0.03);
  EXPECT_NEAR(share_of(first_events(b2b, flat), weekend), 2.0 / 7, 0.03);

  const Subject valentine = template_named("valentine");  // for 14 February
  const auto rush = [](LocalTime at) { return at.date > Date{at.date.year, 1, 31} && at.date <= Date{at.date.year, 2, 14}; };
  EXPECT_GT(share_of(first_events(valentine, options), rush), 1.7 * 14 / 365);
  EXPECT_NEAR(share_of(first_events(valentine, flat), rush), 14.0 / 365, 0.015);
}

}  // namespace
}  // namespace parcours
