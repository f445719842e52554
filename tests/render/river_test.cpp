// The river's widths are the journeys, exactly and on one scale.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "render/boxes.h"
#include "render/layout/river.h"
#include "questions/statistics.h"
#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

// Three stages: 1 000 come, 400 are lost and 50 open, 550 go on, 150 lost, 400 reach the goal, 100 stop there.
MeasuredMap hand_made(std::int64_t scale) {
  MeasuredMap map = made_map({3, 6, false, 1, 200, 9});
  map.map.stages[0].phase = Phase::before, map.map.stages[1].phase = Phase::during, map.map.stages[2].phase = Phase::after;
  map.map.stages[2].leads_to = map.map.stages[0].id;
  auto& stages = map.figures->all.stages;
  const std::int64_t counts[3][4] = {{1000, 400, 50, 550}, {550, 150, 0, 400}, {400, 100, 0, 300}};
  for (std::size_t i = 0; i < 3; ++i) {
    stages[i].river_in = counts[i][0] * scale, stages[i].river_lost = counts[i][1] * scale, stages[i].river_open = counts[i][2] * scale,
    stages[i].river_out = counts[i][3] * scale;
    stages[i].goes_on = wilson(stages[i].river_out, stages[i].river_in);
  }
  return map;
}

std::set<long> heights_of(const Node& band) {
  std::set<long> out;
  const double top = band.path.steps().front().at[1];
  for (const PathStep& step : band.path.steps())
    if (step.op != 'Z') out.insert(std::lround((step.at[1] - top) * 1e6));
  return out;
}

const Node& band_of(const Scene& scene) {
  const Node* river = find(scene.root, "river");
  for (const Node& child : river->children)
    if (child.fill.kind == Paint::Kind::linear) return child;
  ADD_FAILURE() << "no band";
  return *river;
}

// How wide a leak is where it falls: the distance of its two upright edges.
double fall_width(const Node& leak) {
  double left = 1e9, right = -1e9, lowest = -1e9;
  for (const PathStep& step : leak.path.steps())
    if (step.op == 'L') lowest = std::max(lowest, step.at[1]);
  for (const PathStep& step : leak.path.steps())
    if (step.op == 'L' && step.at[1] > lowest - 0.01) left = std::min(left, step.at[0]), right = std::max(right, step.at[0]);
  return right - left;
}

TEST(River, TheBandIsAsWideAsTheJourneysUnderWay) {
  for (const std::int64_t scale : {1, 1000}) {
    const Scene scene = draw(hand_made(scale), {});
    const double unit = 66.0 / 1000;  // the widest band is 66 high
    std::set<long> expected = {0};
    for (const double journeys : {1000.0, 550.0, 400.0, 300.0}) expected.insert(std::lround(journeys * unit * 1e6));
    EXPECT_EQ(heights_of(band_of(scene)), expected);
  }
}

TEST(River, LeaksAreAsWideAsWhatTheyCarryAndNothingIsMissing) {
  const Scene scene = draw(hand_made(1), {});
  const double unit = 66.0 / 1000;
  const Node* first = find(scene.root, "leak-s0");
  ASSERT_TRUE(first);
  EXPECT_NEAR(fall_width(first->children[0]), 50 * unit, 1e-9);   // open
  EXPECT_NEAR(fall_width(first->children[1]), 400 * unit, 1e-9);  // lost
  EXPECT_NEAR(fall_width(find(scene.root, "leak-s1")->children[0]), 150 * unit, 1e-9);
  EXPECT_NEAR(fall_width(find(scene.root, "leak-s2")->children[0]), 100 * unit, 1e-9);
  const auto words = words_of(*find(scene.root, "river"));
  for (const char* said : {"1,000", "400 lost", "50 open", "550", "150 lost", "400", "100 stop here", "300"})
    EXPECT_NE(std::find(words.begin(), words.end(), said), words.end()) << said;
}

TEST(River, LossesAreCoralBeforeTheGoalAndGreyAfterIt) {
  const Scene scene = draw(hand_made(1), {});
  const Palette& colours = palette(Theme::light);
  const auto colour_of = [&](const char* id, std::size_t i) { return find(scene.root, id)->children[i].fill.stops.front().colour.faded(1); };
  EXPECT_EQ(colour_of("leak-s0", 1), colours.loss_mark);
  EXPECT_EQ(colour_of("leak-s1", 0), colours.loss_mark);
  EXPECT_EQ(colour_of("leak-s2", 0), colours.quiet_mark);
}

TEST(River, WhatFlowsBackIsAsWideAsThoseWhoReturnAndSaysTheirShare) {
  MeasuredMap map = hand_made(1);
  map.figures->all.returned = Share{100, 400, 0.25, 0.21, 0.295};
  const Scene wide = draw(map, {});
  const Node* back = find(wide.root, "return");
  ASSERT_TRUE(back);
  EXPECT_NEAR(back->children[0].stroke.width, 100 * 66.0 / 1000, 1e-9);
  EXPECT_TRUE(back->children[0].stroke.dash.empty());
  EXPECT_EQ(words_of(*back).front(), "25% come back (100 of 400)");
  map.figures->all.returned = Share{10, 400, 0.025, 0.01, 0.05};
  const Scene thin_scene = draw(map, {});
  EXPECT_FALSE(find(thin_scene.root, "return")->children[0].stroke.dash.empty()) << "hair-thin: dotted";
  map.figures->all.returned.reset();
  EXPECT_FALSE(find(draw(map, {}).root, "return"));
}

TEST(River, IsAbsentWithoutFigures) {
  EXPECT_FALSE(find(draw(made_map({4, 10, false, 1, 0, 2}), {}).root, "lane-river"));
  EXPECT_FALSE(find(draw(made_map({4, 10, false, 1, 0, 2}), {}).root, "lane-moves"));
}

TEST(Moves, ArrowsAreAsWideAsTheCustomersTheyCarryBackOnesToo) {
  MeasuredMap map = made_map({2, 6, false, 1, 200, 12});
  std::vector<std::string> ids;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) ids.push_back(touchpoint.id);
  map.figures->all.arrows = {{ids[0], ids[1], 600, 700, {}}, {ids[1], ids[3], 300, 300, {}}, {ids[3], ids[1], 150, 160, {}}};
  const Scene scene = draw(map, {});
  const auto width = [&](std::size_t from, std::size_t to) {
    return find(scene.root, "move-" + ids[from] + "-" + ids[to])->children[0].stroke.width;
  };
  EXPECT_NEAR(width(0, 1) / width(1, 3), 2, 1e-9);
  EXPECT_NEAR(width(1, 3) / width(3, 1), 2, 1e-9);
  EXPECT_EQ(all_of_class(scene.root, "back").size(), 1u);
}

// 1 000 journeys in all, 940 of them through the first stage: the band and the table of the stages say both.
TEST(River, ThoseWhoNeverComeByTheFirstStageAreToldApart) {
  MeasuredMap map = hand_made(1);
  const auto first = [&] {
    std::string said;
    for (const std::string& line : words_of(*find(draw(map, {}).root, "river-" + map.map.stages[0].id))) said += line + " ";
    return said;
  };
  map.figures->all.stages[0].journeys = 940;
  EXPECT_NE(first().find("60 of them"), std::string::npos) << first();
  map.figures->all.stages[0].journeys = 1000;
  EXPECT_EQ(first().find("of them"), std::string::npos) << first();
}

}  // namespace
}  // namespace parcours
