// The events of a simulation against the map they are made of: rules, delays, expectations, reported figures, personas.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/simulate/simulated.h"
#include "base/number.h"

namespace parcours {
namespace {

using namespace testing_simulate;
using Kind = SimulatedEvent::Kind;

// A rule put to an event by the letter of docs/formats/map.md, apart from what the simulation asks itself.
bool claims(const Rule& rule, const SimulatedEvent& event) {
  const auto field = [&](const std::string& name) -> std::optional<std::string> {
    if (name == "channel") return event.channel;
    if (name == "source") return event.source;
    if (name == "value") return event.value ? std::optional(exact(*event.value)) : std::nullopt;
    if (name == "score") return event.score ? std::optional(exact(*event.score)) : std::nullopt;
    return event.properties.contains(name) ? std::optional(event.properties.at(name)) : std::nullopt;
  };
  for (const auto& condition : rule.any) {
    bool all = !condition.event || passes(*condition.event, std::optional(event.event));
    for (const auto& where : condition.where) all = all && passes(where.test, field(where.field));
    if (all) return true;
  }
  return false;
}

std::set<std::string> claimed_by(const JourneyMap& map, const SimulatedEvent& event) {
  std::set<std::string> ids;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (claims(touchpoint.match, event)) ids.insert(touchpoint.id);
  return ids;
}

void expect_claimed_by_its_own(const JourneyMap& map, const std::vector<SimulatedEvent>& events) {
  for (const auto& event : events) {
    const std::set<std::string> own = event.kind == Kind::visit ? std::set<std::string>{event.touchpoint} : std::set<std::string>{};
    ASSERT_EQ(claimed_by(map, event), own) << map.id << ": " << event.event << " made for " << event.touchpoint;
    const bool found = event.kind != Kind::failure || claims(map.touchpoint(event.touchpoint)->failure, event);
    ASSERT_TRUE(found) << map.id << ": " << event.event;
  }
}

Subject of_rule(const std::string& where) {
  return of_map(
      "parcours: 1\ntitle: Rings\nstages:\n  - id: look\n    name: Look\n    phase: before\n    touchpoints:\n"
      "      - {id: see, name: Sees, match: {event: see, where: {" +
      where + "}}}\n");
}

TEST(SimulatedMap, WhatARuleExcludesIsAvoided) {
  for (const std::string where :
       {"platform: {not: {like: '*e*'}}", "platform: {not: {like: '*o*'}}", "coupon: {not: {like: '*r'}}",
        "platform: {not: {like: ['*a*', '*o*', '*e*', '*i*']}}", "platform: {not: [other, another, ananother, aa]}", "platform: {not: [a, b]}"}) {
    const Subject subject = of_rule(where);
    const auto events = simulated(subject, {.customers = 5, .seed = 1});
    ASSERT_FALSE(events.empty()) << where;
    for (const auto& event : events) {
      if (event.touchpoint == "see" && event.kind == Kind::visit) { EXPECT_TRUE(claims(subject.map.touchpoint("see")->match, event)) << where; }
    }
  }
}

TEST(SimulatedMap, ARuleThatExcludesEveryTextEndsAllTheSame) {
  EXPECT_FALSE(simulated(of_rule("platform: {not: {like: '*'}}"), {.customers = 5, .seed = 1}).empty());
}

TEST(SimulatedMap, EveryEventOfATemplateIsClaimedByExactlyItsTouchpoint) {
  for (const auto& name : all_names()) {
    const Subject subject = template_named(name);
    const auto events = simulated(subject, {.customers = 400, .seed = 5});
    expect_claimed_by_its_own(subject.map, events);
    std::set<std::string> visited, there;
    for (const auto& event : events)
      if (event.kind == Kind::visit) visited.insert(event.touchpoint);
    for (const auto& stage : subject.map.stages)
      for (const auto& touchpoint : stage.touchpoints)
        if (!touchpoint.match.empty()) there.insert(touchpoint.id);
    EXPECT_EQ(visited, there) << name;
  }
}

TEST(SimulatedMap, RulesOfEveryFormAreKeptApart) {
  const Subject subject = of_map(R"(parcours: 1
title: T
goal: buys
stages:
  - id: all
    name: All
    phase: before
    touchpoints:
      - {id: rings, name: R, channel: site, match: {event: {like: "view_*"}, where: {page: {like: "/rings/*"}}}}
      - {id: others, name: O, channel: site, match: {event: {like: "view_*"}, where: {page: {not: {like: "/rings/*"}}}}}
      - {id: either, name: E, match: [{event: [a, b], where: {mode: x}}, {where: {postcode: {like: 72*}}}]}
      - {id: unhappy, name: U, emotion: 1, match: {event: survey, where: {score: {max: 3}}}, optional: true}
      - {id: happy, name: H, emotion: -1, match: {event: survey, where: {score: {min: 9}}}}
      - {id: in_shop, name: S, channel: site, match: {event: visit, where: {channel: {not: site}}}}
      - {id: unnamed, name: N, match: {event: {not: [visit, survey, buy]}, where: {platform: {exists: false}, ref: {exists: true}, mode: {exists: false}}}}
      - {id: buys, name: B, channel: site, match: {event: buy, where: {value: {min: 1000, max: 1200}}}, failure: {event: {like: "refused*"}}}
)");
  expect_claimed_by_its_own(subject.map, simulated(subject, {.customers = 500, .seed = 2}));
}

// Days from the last visit in the stage counted from to the first in this one, of customers who go straight from there.
std::vector<double> days_before(const JourneyMap& map, const Stage& stage, const std::vector<SimulatedEvent>& events) {
  std::vector<double> days;
  for (const auto& [person, own] : by_person(events)) {
    TimeMs last = kNoTime;
    for (const auto& event : own) {
      const Stage* at = map.stage_of(event.touchpoint);
      if (at->id == stage.when.after && event.kind == Kind::visit) last = event.time;
      if (at->id != stage.id) continue;
      if (last != kNoTime) days.push_back(static_cast<double>(event.time - last) / kDay);
      break;
    }
  }
  return days;
}

// Days are those of the calendar: "3 to 5 days" are more than 2 and less than 6 times 24 hours (overlay/measured_map.h).
TEST(SimulatedMap, DelaysBetweenStagesAreTheMapsOwn) {
  int delays = 0;
  for (const auto& name : all_names()) {
    const Subject subject = template_named(name);
    const auto events = simulated(subject, {.customers = 600, .seed = 4, .traits = Traits::none()});
    for (const auto& stage : subject.map.stages) {
      if (stage.when.after.empty()) continue;
      const auto days = days_before(subject.map, stage, events);
      EXPECT_GE(days.size(), 20u) << name << ": " << stage.id;
      const double least = *stage.when.days_min - 1, most = stage.when.days_max.value_or(*stage.when.days_min) + 1;
      // Where the stage counted from is not the one before, what lies between may take longer than the delay.
      const Stage& ahead = subject.map.stages[static_cast<std::size_t>(&stage - subject.map.stages.data()) - 1];
      for (const double d : days) {
        EXPECT_GT(d, std::max(0.0, least)) << name << ": " << stage.id;
        EXPECT_TRUE(ahead.id != stage.when.after || d < most) << name << ": " << stage.id << " after " << d;
      }
      ++delays;
    }
  }
  EXPECT_GT(delays, 40);
}

TEST(SimulatedMap, AStageLastsNoLongerThanTheMapSays) {
  for (const auto& name : all_names()) {
    const Subject subject = template_named(name);
    const auto events = simulated(subject, {.customers = 300, .seed = 8, .traits = Traits::none()});
    for (const auto& stage : subject.map.stages) {
      if (!stage.when.lasts) continue;
      TimeMs longest = 0;
      for (const auto& [person, own] : by_person(events)) {
        TimeMs first = kNoTime;
        for (const auto& event : own)
          if (subject.map.stage_of(event.touchpoint)->id == stage.id)
            longest = std::max(longest, event.time - (first == kNoTime ? first = event.time : first));
      }
      EXPECT_LE(longest, *stage.when.lasts + 3 * kHour) << name << ": " << stage.id;  // minutes at each touchpoint besides
    }
  }
}

// Counted over first journeys that are long over: a share of those who came by and were not seen again.
double lost_share(const std::vector<SimulatedEvent>& events, const std::string& touchpoint, Date over_by, std::size_t* visitors) {
  std::size_t visited = 0, lost = 0;
  for (const auto& [person, own] : by_person(events)) {
    if (own.front().time > day_number(over_by) * kDay) continue;
    const bool came = std::any_of(own.begin(), own.end(), [&](const auto& e) { return e.touchpoint == touchpoint; });
    visited += came ? 1 : 0;
    lost += came && own.back().touchpoint == touchpoint ? 1 : 0;
  }
  *visitors = visited;
  return static_cast<double>(lost) / static_cast<double>(visited);
}

TEST(SimulatedMap, AsManyLeaveAsTheMapExpects) {
  int expectations = 0;
  for (const auto& name : all_names()) {
    const Subject subject = template_named(name);
    Traits traits = Traits::none();
    const auto events = simulated(subject, {.customers = 4000, .seed = 3, .traits = traits});
    for (const auto& stage : subject.map.stages)
      for (const auto& touchpoint : stage.touchpoints)
        for (const auto& friction : touchpoint.frictions)
          for (const auto& expected : friction.expect) {
            if (expected.measure != "drop_off") continue;
            std::size_t visitors = 0;
            const double share = lost_share(events, touchpoint.id, {2026, 5, 1}, &visitors);
            ASSERT_GT(visitors, 100u) << name;
            // A little more leave than what will be measured: journeys still open do not count as lost then.
            const double noise = 3 * std::sqrt(expected.value * (1 - expected.value) / static_cast<double>(visitors));
            EXPECT_GT(share, expected.value - noise) << name << ": " << touchpoint.id;
            EXPECT_LT(share, expected.value * 1.25 + noise) << name << ": " << touchpoint.id;
            ++expectations;
          }
  }
  EXPECT_GT(expectations, 40);
}

TEST(SimulatedMap, AReportedNpsComesOut) {
  const Subject subject = template_named("shop");
  double promoters = 0, detractors = 0, n = 0;
  for (const auto& event : simulated(subject, {.customers = 20000, .seed = 1})) {
    if (event.touchpoint != "nps" || event.kind != Kind::visit) continue;
    n += 1, promoters += *event.score >= 9 ? 1 : 0, detractors += *event.score <= 6 ? 1 : 0;
  }
  ASSERT_GT(n, 400);
  EXPECT_NEAR(100 * (promoters - detractors) / n, 31, 3 * 100 * std::sqrt(0.8 / n));
}

TEST(SimulatedMap, PersonasAreFoundByTheirSegments) {
  for (const auto& name : all_names()) {
    const Subject subject = template_named(name);
    const auto people = by_person(simulated(subject, {.customers = 400, .seed = 6}));
    for (const auto& persona : subject.personas) {
      std::size_t found = 0;
      for (const auto& [person, own] : people) {
        Rule segment{{{std::nullopt, persona.segment}}};
        found += claims(segment, own.front()) ? 1 : 0;
      }
      EXPECT_GT(found * subject.personas.size() * 5, people.size() * 2) << name << ": " << persona.id;
      EXPECT_LT(found, people.size()) << name << ": " << persona.id;
    }
  }
}

TEST(SimulatedMap, ChoicesAreOneOptionalTouchpointsAreSkippedRepeatableOnesComeAgain) {
  const Subject subject = template_named("shop");
  Traits traits = Traits::none();
  traits.loops = true;
  std::size_t home = 0, pickup = 0, skipped = 0, repeated = 0;
  for (const auto& [person, own] : by_person(simulated(subject, {.customers = 4000, .seed = 9, .traits = traits}))) {
    std::map<std::string, int> visits;
    for (const auto& event : own)
      if (event.kind == Kind::visit) ++visits[event.touchpoint];
    EXPECT_FALSE(visits.contains("home_delivery") && visits.contains("pickup")) << person;
    home += visits.contains("home_delivery"), pickup += visits.contains("pickup");
    skipped += visits.contains("product") && !visits.contains("ad");
    repeated += visits["product"] > 1;
    EXPECT_LE(visits["order"], 1);
  }
  for (const std::size_t count : {home, pickup, skipped, repeated}) EXPECT_GT(count, 50u);
}

}  // namespace
}  // namespace parcours
