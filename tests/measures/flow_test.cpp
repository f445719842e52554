#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "measures/flow.h"
#include "measures/listed_events.h"
#include "measures/variants.h"

namespace {

using namespace listed;

// Units as a person would cut them: a customer's names and times, one list a customer or journey.
struct Item {
  std::string node;
  TimeMs at;
};
using Unit = std::vector<Item>;

std::vector<Unit> units_of(const Events& events, Per per, TimeMs silence, NodesAre nodes) {
  std::vector<Unit> units;
  for (const auto& [customer, own] : by_customer(events)) {
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (i == 0 || (per == Per::journey && own[i].at - own[i - 1].at > silence)) units.emplace_back();
      units.back().push_back({nodes == NodesAre::channel ? own[i].channel : own[i].event, own[i].at});
    }
  }
  return units;
}

Unit without_repeats(const Unit& unit) {  // a run keeps its last time, which is what the move onwards counts from
  Unit out;
  for (const auto& item : unit) {
    if (!out.empty() && out.back().node == item.node) out.back().at = item.at;
    else out.push_back(item);
  }
  return out;
}

double naive_median_s(std::vector<TimeMs> spans) {
  std::sort(spans.begin(), spans.end());
  const std::size_t n = spans.size();
  return static_cast<double>(spans[(n - 1) / 2] + spans[n / 2]) / 2 / 1000;
}

// The edge a -> b, counted by walking all units for it alone.
FlowEdge naive_edge(const std::vector<Unit>& units, const std::string& a, const std::string& b, bool collapse) {
  FlowEdge edge{a, b};
  std::vector<TimeMs> spans;
  for (const auto& unit : units) {
    bool has = false;
    for (std::size_t i = 0; i + 1 < unit.size(); ++i) {
      if (unit[i].node != a || unit[i + 1].node != b || (collapse && a == b)) continue;
      spans.push_back(unit[i + 1].at - unit[i].at);
      has = true;
    }
    edge.count += has;
  }
  edge.moves = static_cast<std::int64_t>(spans.size());
  if (spans.empty()) return edge;
  edge.mean_s = static_cast<double>(std::accumulate(spans.begin(), spans.end(), TimeMs{0})) / static_cast<double>(spans.size()) / 1000;
  edge.median_s = naive_median_s(spans);
  return edge;
}

TEST(Flow, EqualsTheNaiveOneOnRandomEvents) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Events events = random_events(seed);
    const EventIndex index = index_of(events);
    FlowQuestion question;
    question.scope.per = seed % 2 == 0 ? Per::journey : Per::customer;
    question.scope.inactivity = 10 * kDay;
    question.collapse = seed % 3 == 0;
    question.nodes = seed % 5 == 0 ? NodesAre::channel : NodesAre::event;
    const auto answer = flow(index, question);
    ASSERT_TRUE(answer.ok());

    const auto units = units_of(events, question.scope.per, 10 * kDay, question.nodes);
    std::set<std::string> names;
    for (const auto& unit : units)
      for (const auto& item : unit) names.insert(item.node);
    std::size_t edges = 0;
    for (const auto& a : names) {
      for (const auto& b : names) {
        const FlowEdge expected = naive_edge(units, a, b, question.collapse);
        const auto at = std::find_if(answer->edges.begin(), answer->edges.end(), [&](const FlowEdge& e) { return e.from == a && e.to == b; });
        if (expected.moves == 0) {
          EXPECT_EQ(at, answer->edges.end()) << seed << ' ' << a << "->" << b;
          continue;
        }
        ++edges;
        ASSERT_NE(at, answer->edges.end()) << seed << ' ' << a << "->" << b;
        EXPECT_EQ(at->moves, expected.moves) << seed << ' ' << a << "->" << b;
        EXPECT_EQ(at->count, expected.count) << seed << ' ' << a << "->" << b;
        EXPECT_DOUBLE_EQ(*at->mean_s, *expected.mean_s) << seed;
        EXPECT_DOUBLE_EQ(*at->median_s, *expected.median_s) << seed;
      }
    }
    EXPECT_EQ(answer->edges.size(), edges) << seed;
    EXPECT_TRUE(std::is_sorted(answer->edges.begin(), answer->edges.end(), [](const FlowEdge& a, const FlowEdge& b) {
      return std::tuple(-a.moves, a.from, a.to) < std::tuple(-b.moves, b.from, b.to);
    }));
  }
}

TEST(Flow, WhatFlowsInFlowsOut) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto answer = flow(index_of(random_events(seed)), FlowQuestion{});
    ASSERT_TRUE(answer.ok());
    std::map<std::string, std::int64_t> balance;
    for (const auto& edge : answer->edges) balance[edge.from] -= edge.moves, balance[edge.to] += edge.moves;
    for (const auto& start : answer->starts) balance[start.at] += start.count;
    for (const auto& end : answer->ends) balance[end.at] -= end.count;
    for (const auto& [node, left] : balance) EXPECT_EQ(left, 0) << seed << ' ' << node;
  }
}

// Whose last event is no further back from the last of all than the inactivity; the same by each path.
TEST(Flow, OpenIsWhoMayStillGoOn) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Events events = random_events(seed);
    FlowQuestion question;
    question.scope.per = seed % 2 == 0 ? Per::journey : Per::customer;
    question.scope.inactivity = 10 * kDay;
    VariantsQuestion whole;
    whole.scope = question.scope;
    const EventIndex index = index_of(events);
    const auto answer = flow(index, question);
    const auto paths = variants(index, whole);
    ASSERT_TRUE(answer.ok() && paths.ok());
    TimeMs as_of = 0;
    for (const auto& [customer, own] : by_customer(events)) as_of = std::max(as_of, own.back().at);
    std::map<std::string, std::int64_t> open;
    for (const auto& unit : units_of(events, question.scope.per, 10 * kDay, NodesAre::event))
      open[unit.back().node] += as_of - unit.back().at <= 10 * kDay;
    for (const auto& end : answer->ends) EXPECT_EQ(end.open, open[end.at]) << seed << ' ' << end.at;
    for (const auto& variant : paths->variants) open[variant.path.back()] -= variant.open;
    for (const auto& [node, left] : open) EXPECT_EQ(left, 0) << seed << ' ' << node;
  }
}

TEST(Flow, ACollapsedRunIsTimedFromItsLastEvent) {
  FlowQuestion question;
  question.collapse = true;
  const auto answer = flow(index_of({{"a", 0, "X"}, {"a", 5000, "X"}, {"a", 9000, "Y"}}), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->edges.size(), 1u);
  EXPECT_EQ(*answer->edges[0].median_s, 4.0);
}

TEST(Flow, StepsAreNodesAndTheFirstClaimWins) {
  FlowQuestion question;
  question.nodes = NodesAre::steps;
  question.steps = {{"shop", named_on("visit", "shop")}, {"any visit", named("visit")}, {"buy", named("buy")}};
  const auto answer = flow(index_of({{"a", 0, "visit", "shop"}, {"a", 1000, "noise"}, {"a", 2000, "visit", "web"}, {"a", 3000, "buy"}}), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->edges.size(), 2u);
  EXPECT_EQ(answer->edges[0].from, "any visit");
  EXPECT_EQ(answer->edges[0].to, "buy");
  EXPECT_EQ(answer->edges[1].from, "shop");
  EXPECT_EQ(answer->edges[1].to, "any visit");
  EXPECT_EQ(*answer->edges[1].mean_s, 2.0);
  ASSERT_EQ(answer->starts.size(), 1u);
  EXPECT_EQ(answer->starts[0].at, "shop");
}

TEST(Flow, ALogWithoutTimesHasMovesButNoSeconds) {
  const auto answer = flow(index_of({{"a", 1, "X"}, {"a", 2, "Y"}}, Zone::utc(), TimeUnit::order), FlowQuestion{});
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->edges.size(), 1u);
  EXPECT_EQ(answer->edges[0].moves, 1);
  EXPECT_FALSE(answer->edges[0].mean_s.has_value());
}

TEST(Variants, EqualTheNaiveOnesOnRandomEvents) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Events events = random_events(seed);
    VariantsQuestion question;
    question.scope.per = seed % 2 == 0 ? Per::journey : Per::customer;
    question.scope.inactivity = 10 * kDay;
    question.collapse = seed % 3 == 0;
    question.longest = seed % 4 == 0 ? 3 : 0;
    const auto answer = variants(index_of(events), question);
    ASSERT_TRUE(answer.ok());

    std::map<std::vector<std::string>, std::int64_t> expected;
    std::vector<TimeMs> durations;
    for (const auto& unit : units_of(events, question.scope.per, 10 * kDay, NodesAre::event)) {
      durations.push_back(unit.back().at - unit.front().at);
      std::vector<std::string> path;
      for (const auto& item : question.collapse ? without_repeats(unit) : unit) path.push_back(item.node);
      if (question.longest != 0 && path.size() > 3) path.resize(3);
      ++expected[path];
    }
    EXPECT_EQ(answer->total, static_cast<std::int64_t>(expected.size())) << seed;
    EXPECT_EQ(answer->sequences, static_cast<std::int64_t>(durations.size())) << seed;
    EXPECT_DOUBLE_EQ(*answer->median_duration_s, naive_median_s(durations)) << seed;
    std::vector<std::pair<std::int64_t, std::vector<std::string>>> order;
    for (const auto& [path, count] : expected) order.emplace_back(-count, path);
    std::sort(order.begin(), order.end());
    ASSERT_EQ(answer->variants.size(), order.size()) << seed;
    for (std::size_t i = 0; i < order.size(); ++i) {
      EXPECT_EQ(answer->variants[i].path, order[i].second) << seed;
      EXPECT_EQ(answer->variants[i].count, -order[i].first) << seed;
    }
  }
}

TEST(Variants, GivesOnlyTheMostFrequentWhenAsked) {
  VariantsQuestion question;
  question.most = 1;
  const auto answer = variants(index_of({{"a", 0, "X"}, {"b", 0, "Y"}, {"c", 0, "Y"}}), question);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->total, 2);
  ASSERT_EQ(answer->variants.size(), 1u);
  EXPECT_EQ(answer->variants[0].path, std::vector<std::string>{"Y"});
  EXPECT_EQ(answer->variants[0].count, 2);
}

}  // namespace
