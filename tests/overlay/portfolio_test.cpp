// Which reasons a map has to be looked at, in which order maps stand, and which friction is the worst: by hand, from docs/formats/portfolio.md.
#include "overlay/portfolio.h"

#include <gtest/gtest.h>

#include <random>

#include "questions/statistics.h"

namespace parcours {
namespace {

constexpr Date kToday{2026, 11, 22};

// One stage with the touchpoints a and b, a friction at each; reviewed lately, nothing overdue, half of its statements reported.
MeasuredMap quiet_map() {
  JourneyMap map;
  map.id = "quiet", map.title.plain = "Quiet";
  map.reviewed = Date{2026, 11, 1};
  Stage stage{.id = "s"};
  for (const char* id : {"a", "b"}) {
    Touchpoint touchpoint{.id = id};
    touchpoint.frictions.push_back({std::string("f") + id, {std::string("Friction ") + id}, {"interviews", {}, {}}, {}});
    stage.touchpoints.push_back(touchpoint);
  }
  map.stages = {stage};
  return measured_map(map, {}, {}, {});
}

MapStanding standing(const MeasuredMap& map, const FiveScores& scores = {80, 90, 100, 70, {}}) {
  return standing_of(map, scores, kToday, Zone::utc());
}

TEST(Standing, NothingToSayOfAMapInOrder) {
  const MapStanding map = standing(quiet_map());
  EXPECT_TRUE(map.reasons.empty());
  EXPECT_EQ(map.attention(), 0);
  EXPECT_EQ(map.reviewed_days, 21);
}

TEST(Standing, StaleAfterAYearOrWhenNeverReviewed) {
  MeasuredMap map = quiet_map();
  map.map.reviewed = Date{2025, 11, 22};  // 365 days ago: not yet
  EXPECT_FALSE(standing(map).has(Attention::stale));
  map.map.reviewed = Date{2025, 11, 21};
  EXPECT_TRUE(standing(map).has(Attention::stale));
  map.map.reviewed.reset();
  EXPECT_TRUE(standing(map).has(Attention::stale));
  EXPECT_EQ(render(reason_words(standing(map), Attention::stale), Lang::en), "never reviewed");
}

TEST(Standing, OverdueFromTheDayAfterAndOnlyWhatIsStillToDo) {
  MeasuredMap map = quiet_map();
  map.map.actions = {Action{.id = "today", .due = kToday}, Action{.id = "done", .due = Date{2026, 1, 1}, .status = ActionStatus::done},
                     Action{.id = "dropped", .due = Date{2026, 1, 1}, .status = ActionStatus::dropped}};
  EXPECT_FALSE(standing(map).has(Attention::overdue));
  EXPECT_EQ(standing(map).open_actions, 1);
  map.map.actions.push_back(Action{.id = "late", .due = Date{2026, 11, 21}, .status = ActionStatus::doing});
  EXPECT_TRUE(standing(map).has(Attention::overdue));
  EXPECT_EQ(standing(map).overdue_actions, 1);
  EXPECT_EQ(standing(map).attention(), 3);
}

TEST(Standing, ALossIsAReasonUntilAnActionAnswersIt) {
  MeasuredMap map = quiet_map();
  map.worst_touchpoint = "b";
  EXPECT_TRUE(standing(map).has(Attention::loss));
  map.map.actions = {Action{.id = "act", .for_friction = "fb"}};
  map.actions = {RankedAction{"act", "b", {}, {}, {}}};
  EXPECT_FALSE(standing(map).has(Attention::loss));
  map.map.actions.front().status = ActionStatus::done;
  EXPECT_TRUE(standing(map).has(Attention::loss));
}

TEST(Standing, FailingTestsAssumptionsAndContradictions) {
  MeasuredMap map = quiet_map();
  EXPECT_FALSE(standing(map, {50, 50, 50, 50, 50}).has(Attention::failing));
  EXPECT_TRUE(standing(map, {50, 49, 50, {}, 50}).has(Attention::failing));
  map.coverage = {.measured = 1, .reported = 1, .assumed = 2};
  EXPECT_FALSE(standing(map).has(Attention::assumed));
  map.coverage.assumed = 3;
  EXPECT_TRUE(standing(map).has(Attention::assumed));
  map.map.state = MapState::target;
  EXPECT_FALSE(standing(map).has(Attention::assumed));
  map.expectations = {ExpectationVerdict{"fa", "a", {"drop_off", 0.3}, Verdict::contradicted, {}}};
  EXPECT_EQ(standing(map).attention(), 2);
}

TEST(WorstFriction, AtTheWorstPlaceThenByMoneyThenByDropOffThenByExpectation) {
  MeasuredMap map = quiet_map();
  const auto worst = [&] { return standing(map).worst->id; };
  EXPECT_EQ(worst(), "fa");
  map.map.stages[0].touchpoints[1].frictions[0].expect = {{"drop_off", 0.4}};
  EXPECT_EQ(worst(), "fb");
  map.frictions[0].drop_off = wilson(10, 29);  // too few to count
  EXPECT_EQ(worst(), "fb");
  map.frictions[0].drop_off = wilson(10, 30);
  EXPECT_EQ(worst(), "fa");
  map.frictions[1].drop_off = wilson(9, 30), map.frictions[1].at_stake = Estimate{500, 400, 600, 30};
  EXPECT_EQ(worst(), "fb");
  map.worst_touchpoint = "a";
  EXPECT_EQ(worst(), "fa");
  map.frictions[0].verdict = Verdict::contradicted;
  EXPECT_EQ(worst(), "fb");
}

TEST(Portfolio, StandsByAttentionWhateverTheOrderOfTheFiles) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<MapStanding> maps;
    for (int i = 0; i < 6; ++i) {
      MeasuredMap map = quiet_map();
      map.map.id = std::string(1, static_cast<char>('a' + i));
      if (random() % 2) map.map.reviewed.reset();
      for (auto late = random() % 3; late > 0; --late) map.map.actions.push_back(Action{.id = "x", .due = Date{2026, 1, 1}});
      maps.push_back(standing(map, {static_cast<int>(random() % 90), 90, 90, 90, 90}));
    }
    std::shuffle(maps.begin(), maps.end(), random);
    sort_by_attention(maps);
    for (std::size_t i = 1; i < maps.size(); ++i) {
      EXPECT_GE(maps[i - 1].attention(), maps[i].attention());
      if (maps[i - 1].attention() != maps[i].attention()) continue;
      EXPECT_GE(maps[i - 1].overdue_actions, maps[i].overdue_actions);
      if (maps[i - 1].overdue_actions != maps[i].overdue_actions) continue;
      EXPECT_LE(*maps[i - 1].scores[0], *maps[i].scores[0]);
    }
  }
}

TEST(Portfolio, SaysWhichMapToLookAtFirstAndThatOneCannotBeRead) {
  Portfolio portfolio;
  portfolio.today = kToday;
  portfolio.maps = {standing(quiet_map())};
  const auto said = [&] {
    std::string all;
    for (const Message& sentence : portfolio_sentences(portfolio)) all += render(sentence, Lang::en) + "|";
    return all;
  };
  EXPECT_EQ(said(), "1 map: nothing asks for attention.|");
  MeasuredMap late = quiet_map();
  late.map.reviewed.reset();
  late.map.actions = {Action{.id = "late", .due = Date{2026, 1, 1}}};
  portfolio.maps.insert(portfolio.maps.begin(), standing(late));
  portfolio.unreadable.push_back({"bad", "maps/bad.yaml", {Diagnostic{}}});
  EXPECT_EQ(said(), "1 map cannot be read.|Look first at “Quiet”: 1 overdue action, never reviewed.|");
}

}  // namespace
}  // namespace parcours
