// The score of the five tests and the next things to do, counted by hand.
#include <gtest/gtest.h>

#include "check/check.h"
#include "check/rule_case.h"

namespace parcours {
namespace {

constexpr Date kToday{2026, 11, 22};

MapScore score_of(const std::string& yaml, const std::string& facts = "") {
  const MapFile file = parse_map("maps/example.yaml", yaml);
  const MeasuredMap measured = measured_map(file.value, {}, {}, test::figures_of(facts, file.value));
  return check_map({measured, file.source, kToday}).score;
}

const std::string kHead = "parcours: 1\ntitle: T\nstages:\n  - id: s\n    name: Decision\n    phase: during\n    touchpoints:\n";

// C3 without events: channel 1 of 2, vague name 0 of 2, rule 1 of 2, same rule 0 of 1; all are warnings: (1/2 + 1 + 1/2 + 1) / 4.
TEST(Score, IsTheMeanOfTheMarksOfItsRules) {
  const auto score =
      score_of(kHead + "      - {id: a, name: Looks at rings, channel: site, match: {event: view}}\n      - {id: b, name: Pays by card}\n");
  const TestScore& precision = score.tests[2];
  EXPECT_EQ(code_of(precision.test), "C3");
  ASSERT_EQ(precision.outcomes.size(), 4u);
  EXPECT_EQ(precision.score, 75);
  EXPECT_FALSE(precision.passed);
}

// C1: no persona (0 of 1), no offer (0 of 1), customer silent (0 of 1 good), no buyer’s steps (a note): 0 of 10 points.
TEST(Score, NotesCountOneThirdOfAWarning) {
  const std::string touchpoint = "      - {id: a, name: Looks at rings}\n";
  EXPECT_EQ(score_of(kHead + touchpoint).tests[0].score, 0);
  // With the offer: 3 of 10.
  EXPECT_EQ(score_of("offer: Rings\n" + kHead + touchpoint).tests[0].score, 30);
  // A note ignored with its reason is no shortfall: 3 + 1 of 10.
  EXPECT_EQ(score_of("offer: Rings\n" + kHead + touchpoint + "ignore: [{rule: no-buyer-steps, why: later}]\n").tests[0].score, 40);
}

// C4: goal and date of review are there (3 + 3 of 7 points and the mark of the note), but it is no better than what stands behind the map.
TEST(Score, FactsAreNoBetterThanTheShareThatIsNotAssumed) {
  const std::string head = "goal: a\nreviewed: 2026-11-20\n" + kHead + "      - {id: a, name: Looks at rings}\n";
  const TestScore bare = score_of(head + "      - {id: b, name: Pays by card}\n").tests[3];
  EXPECT_EQ(code_of(bare.test), "C4");
  EXPECT_EQ(bare.score, 0);
  EXPECT_FALSE(bare.passed) << "nothing is known, though there is no warning";
  const TestScore half =
      score_of(head + "      - {id: b, name: Pays by card, figures: [{measure: conversion, value: 0.2, source: the till, n: 9}]}\n").tests[3];
  EXPECT_EQ(half.score, 50);
  EXPECT_TRUE(half.passed);
  EXPECT_EQ(score_of(head + "ignore: [{rule: mostly-assumed, why: a first draft}]\n").tests[3].score, 100);
}

// What two channels give is seen in events only.
TEST(Score, ARuleWithNothingMeasuredToLookAtGivesNoMark) {
  const std::string crossed =
      "channels_are: cross\n" + kHead + "      - {id: a, name: Looks at rings, channel: site}\n      - {id: b, name: Pays by card, channel: shop}\n";
  const MapScore score = score_of(crossed);
  for (const auto& outcome : score.tests[3].outcomes) EXPECT_NE(outcome.rule->code, "channels-not-shown");
}

TEST(Score, ATestWithNothingToLookAtHasNone) {
  const auto score = score_of("parcours: 1\ntitle: T\nstate: target\nstages: []\n");
  EXPECT_EQ(score.tests[1].score, std::nullopt);
  EXPECT_TRUE(score.tests[1].passed);
}

// Silent touchpoints: `b` is what half the customers pass, and matters to them: 5/3 × (1 + 0.5 + 0.2).
TEST(Score, WhatIsDoneFirstWeighsMost) {
  std::string yaml = kHead;
  yaml += "      - {id: a, name: Looks at rings, channel: site, match: {event: view}}\n";
  yaml += "      - {id: b, name: Pays by card, channel: site, match: {event: pay}, importance: 5}\n";
  const auto file = parse_map("maps/m.yaml", yaml);
  auto figures = test::figures_of("visited a 100 10\nvisited b 50 10\nclosed 100\n", file.value);
  figures->all.stages[0].touchpoints[0].journeys_share = {100, 100, 1.0, 0.96, 1.0};
  figures->all.stages[0].touchpoints[1].journeys_share = {50, 100, 0.5, 0.4, 0.6};
  const MeasuredMap measured = measured_map(file.value, {}, {}, std::move(figures));
  const auto score = check_map({measured, file.source, kToday}).score;
  ASSERT_EQ(score.next.size(), 3u);
  EXPECT_EQ(score.next[0].rule->code, "customer-silent");
  EXPECT_EQ(score.next[0].at, (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(score.next[0].journeys, 100);
  EXPECT_NEAR(score.next[0].weight, 3 * 5.0 / 3 * 1.7, 1e-9);
  for (std::size_t i = 1; i < 3; ++i) EXPECT_GE(score.next[i - 1].weight, score.next[i].weight);
}

// A rule that does not say what it looked at would give no mark, and its findings would not count.
TEST(Score, EveryRuleSaysHowMuchItLookedAt) {
  for (const CheckRule* rule : all_rules()) {
    auto parts = test::read_case(std::string(PARCOURS_SOURCE_DIR) + "/tests/check/rules/" + std::string(rule->code) + ".case");
    if (parts.contains("persona")) continue;  // needs the persona’s file
    const auto score = score_of(parts["bad"], parts["figures"]);
    bool marked = false;
    for (const auto& outcome : score.tests[static_cast<std::size_t>(rule->test)].outcomes)
      marked = marked || (outcome.rule == rule && outcome.fell_short > 0 && outcome.fell_short <= outcome.looked_at);
    EXPECT_TRUE(marked) << rule->code;
  }
}

}  // namespace
}  // namespace parcours
