// The measure of disagreement, by hand.
#include "map/disagreement.h"

#include <cmath>

#include <gtest/gtest.h>

#include "map/map_file.h"

namespace parcours {
namespace {

JourneyMap map_with(const std::string& views) {
  return parse_map("maps/m.yaml",
                   "parcours: 1\ntitle: M\nstages:\n  - {id: s, name: S, phase: before, touchpoints: [{id: a, name: A}, {id: b, name: B}, {id: c, "
                   "name: C}, "
                   "{id: d, name: D}]}\nviews:\n" +
                       views)
      .value;
}

TEST(DisagreementTest, SpreadAndDeviationByHand) {
  // a: 2, -1, -1: spread 3, mean 0, squares 4 + 1 + 1 = 6, 6 / 3 = 2. b: one team. c: 1 and 1. d: a remark alone.
  const JourneyMap map = map_with(
      "  Sales: {a: {emotion: 2}, b: {emotion: 1}, c: {emotion: 1}}\n  Support: {a: {emotion: -1}, c: {emotion: 1}}\n"
      "  Web: {a: {emotion: -1}, d: {note: Hm}}\n");
  const auto all = disagreements(map);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].touchpoint, "a");
  EXPECT_EQ(all[0].teams(), 3u);
  EXPECT_DOUBLE_EQ(all[0].spread, 3);
  EXPECT_NEAR(all[0].deviation, std::sqrt(2.0), 1e-12);
  EXPECT_EQ(all[0].views.front()->team.plain, "Support");
  EXPECT_EQ(all[0].views.back()->team.plain, "Sales");
  EXPECT_FALSE(all[1].compares());
  EXPECT_DOUBLE_EQ(all[1].spread, 0);
  EXPECT_DOUBLE_EQ(all[2].deviation, 0);
  EXPECT_EQ(render(disagreement_sentence(map, all), Lang::en), "Sales and Support disagree most at “A”: 3 points apart.");
  EXPECT_EQ(teams_of(map), (std::vector<LocalText>{{"Sales", "", ""}, {"Support", "", ""}, {"Web", "", ""}}));
}

TEST(DisagreementTest, TheSameSpreadGoesByDeviationThenByTheMap) {
  // a: -1 0 1 (deviation 0.816), b: -1 1 1 (0.943), c: -1 1 1 (0.943), d: 0 1.
  const JourneyMap map = map_with(
      "  X: {a: {emotion: -1}, b: {emotion: -1}, c: {emotion: 1}, d: {emotion: 0}}\n"
      "  Y: {a: {emotion: 0}, b: {emotion: 1}, c: {emotion: -1}, d: {emotion: 1}}\n"
      "  Z: {a: {emotion: 1}, b: {emotion: 1}, c: {emotion: 1}}\n");
  const auto all = disagreements(map);
  std::string order;
  for (const auto* at : by_spread(all)) order += at->touchpoint;
  EXPECT_EQ(order, "bcad");
}

TEST(DisagreementTest, SaysWhenThereIsNothingToSay) {
  const JourneyMap alone = map_with("  X: {a: {emotion: -1}}\n");
  EXPECT_EQ(render(disagreement_sentence(alone, disagreements(alone)), Lang::en), "No touchpoint is seen by two teams yet.");
  const JourneyMap agreed = map_with("  X: {a: {emotion: -1}}\n  Y: {a: {emotion: -1}}\n");
  EXPECT_EQ(render(disagreement_sentence(agreed, disagreements(agreed)), Lang::fr),
            "Les équipes sont d’accord partout où plusieurs se prononcent : 1 point de contact.");
}

}  // namespace
}  // namespace parcours
