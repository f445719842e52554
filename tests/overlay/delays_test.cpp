// When a stage comes after another one, against the measured time between them.
#include <gtest/gtest.h>

#include "overlay/measured_map.h"

namespace parcours {
namespace {

constexpr double kDaySeconds = 86'400;

JourneyMap planned(int least, int most) {
  JourneyMap map;
  Stage first{.id = "first"}, second{.id = "second"};
  second.when = {.after = "first", .days_min = least, .days_max = most};
  map.stages = {first, second};
  return map;
}

// The median and its interval in days.
Verdict verdict(const JourneyMap& map, double median, double low, double high, std::int64_t n = 100) {
  MeasureAnswer answer;
  answer.basis.events = 1;
  answer.basis.as_of = day_number(Date{2026, 11, 22}) * kDay;
  answer.all.stages = {StageFigures{.id = "first"}, StageFigures{.id = "second"}};
  answer.all.stages[0].to_next = {n, Estimate{median * kDaySeconds, low * kDaySeconds, high * kDaySeconds, n}, {}, {}, {}};
  return measured_map(map, {}, {}, answer).delays.at(0).verdict;
}

// Three to five days of the calendar are more than 2 and less than 6 times 24 hours.
TEST(Delays, AreHeldAgainstTheMedian) {
  const JourneyMap map = planned(3, 5);
  EXPECT_EQ(verdict(map, 4, 3.5, 4.5), Verdict::confirmed);
  EXPECT_EQ(verdict(map, 5.5, 4, 7), Verdict::confirmed);
  EXPECT_EQ(verdict(map, 6.5, 5.5, 8), Verdict::unknown);
  EXPECT_EQ(verdict(map, 7, 6, 8), Verdict::contradicted);
  EXPECT_EQ(verdict(map, 1, 0.5, 2), Verdict::contradicted);
  EXPECT_EQ(verdict(map, 1, 0.5, 2, 29), Verdict::unknown) << "too few";
}

TEST(Delays, SayNothingOfWhatIsToCome) {
  JourneyMap map = planned(3, 5);
  map.stages[0].when.start = Date{2026, 11, 20};
  EXPECT_EQ(verdict(map, 9, 8, 10), Verdict::unknown);
  map.stages[0].when.start = Date{2026, 11, 1};
  EXPECT_EQ(verdict(map, 9, 8, 10), Verdict::contradicted);
}

TEST(Delays, AreMeasuredFromTheStageRightBeforeOnly) {
  JourneyMap map = planned(3, 5);
  map.stages.insert(map.stages.begin() + 1, Stage{.id = "between"});
  EXPECT_EQ(verdict(map, 4, 3.5, 4.5), Verdict::unknown);
}

}  // namespace
}  // namespace parcours
