// The plan's delays against the events', judged by hand.
#include "plan/delays.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

// Two stages, the second 3 to 5 days after the first; the events go on after `median` days.
StageDelay delay(std::optional<Estimate> median, std::int64_t n) {
  MeasuredMap map;
  Stage a, b;
  a.id = "a", a.when.start = Date{2027, 1, 11};
  b.id = "b", b.when.after = "a", b.when.days_min = 3, b.when.days_max = 5;
  map.map.stages = {a, b};
  MeasureAnswer figures;
  StageFigures stage;
  stage.id = "a", stage.to_next.n = n, stage.to_next.median = median;
  if (stage.to_next.median)
    for (double* part : {&stage.to_next.median->value, &stage.to_next.median->low, &stage.to_next.median->high}) *part *= 86'400;
  figures.all.stages = {stage};
  map.figures = figures;
  const SourceText source;
  const auto delays = stage_delays(map, make_plan({map.map, source, {}, {2027, 1, 1}}));
  EXPECT_EQ(delays.size(), 1u);
  return delays.front();
}

// A day either side of 3 to 5 is no contradiction: from 2 to 6.
TEST(Delays, ConfirmedWhenTheMedianLiesWithinADayOfThePlan) {
  EXPECT_EQ(delay(Estimate{4, 3.5, 4.5, 100}, 100).verdict, Verdict::confirmed);
  EXPECT_EQ(delay(Estimate{2.2, 1.5, 2.5, 100}, 100).verdict, Verdict::confirmed);
  EXPECT_EQ(delay(Estimate{5.8, 5.5, 7, 100}, 100).verdict, Verdict::confirmed);
}

TEST(Delays, UnknownWhenOnlyPartOfTheIntervalLiesOutside) {
  EXPECT_EQ(delay(Estimate{1.8, 1.5, 2.5, 100}, 100).verdict, Verdict::unknown);
  EXPECT_EQ(delay(Estimate{6.5, 5.5, 7, 100}, 100).verdict, Verdict::unknown);
}

TEST(Delays, ContradictedWhenAllOfItLiesOutside) {
  const auto sooner = delay(Estimate{1.2, 1, 1.9, 100}, 100), later = delay(Estimate{7, 6.1, 8, 100}, 100);
  EXPECT_EQ(sooner.verdict, Verdict::contradicted);
  EXPECT_TRUE(sooner.sooner);
  EXPECT_EQ(later.verdict, Verdict::contradicted);
  EXPECT_FALSE(later.sooner);
  EXPECT_EQ(sooner.days_min, 3);
  EXPECT_EQ(sooner.days_max, 5);
}

TEST(Delays, UnknownOnFewCases) {
  EXPECT_EQ(delay(Estimate{1, 0.5, 1.5, 29}, 29).verdict, Verdict::unknown);
  EXPECT_EQ(delay(std::nullopt, 0).verdict, Verdict::unknown);
}

TEST(Delays, WithoutEventsThereAreNone) {
  MeasuredMap map;
  const SourceText source;
  EXPECT_TRUE(stage_delays(map, make_plan({map.map, source, {}, {2027, 1, 1}})).empty());
}

}  // namespace
}  // namespace parcours
