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

TEST(Delays, AreWordedOnceForTableAndCalendar) {
  const auto sooner = delay(Estimate{1.2, 1, 1.9, 100}, 100), sure = delay(Estimate{4, 3.5, 4.5, 100}, 100);
  EXPECT_EQ(planned_days(sooner), "3–5");
  EXPECT_EQ(measured_days(sooner, Lang::en), "1.2 [1–1.9]");
  EXPECT_EQ(measured_days(sooner, Lang::fr), "1,2 [1–1,9]");
  EXPECT_EQ(render(verdict_words(sooner), Lang::en), "contradicted: sooner than planned");
  EXPECT_EQ(render(verdict_words(sure), Lang::en), "confirmed");
  EXPECT_EQ(measured_days(delay(std::nullopt, 0), Lang::en), "");
  EXPECT_EQ(measured_days(delay(Estimate{1, 0.5, 1.5, 4}, 4), Lang::en), "·") << "four are no figure to show";
}

// Ranges that overlap have a minus sign and no dash that could be one; a stage surely before the other has no delay, nor has one that was
// given no day.
TEST(Delays, OnlyWhatWasPlannedIsCalledPlanned) {
  const auto planned = [](When second) {
    MeasuredMap map;
    Stage a, b, c;
    a.id = "a", a.when.start = Date{2027, 1, 11};
    b.id = "b", b.when.after = "a", b.when.days_min = 0, b.when.days_max = 4;
    c.id = "c", c.when = std::move(second);
    map.map.stages = {a, b, c};
    map.figures = MeasureAnswer();
    const SourceText source;
    std::string out;
    for (const auto& delay : stage_delays(map, make_plan({map.map, source, {}, {2027, 1, 1}}))) out += delay.to + " " + planned_days(delay) + "\n";
    return out;
  };
  EXPECT_EQ(planned({.start = Date{2027, 1, 14}}), "b 0–4\nc −1…3\n");
  EXPECT_EQ(planned({.start = Date{2027, 1, 10}}), "b 0–4\n");
  EXPECT_EQ(planned({}), "b 0–4\n");
}

TEST(Delays, UnknownOnFewCases) {
  EXPECT_EQ(delay(Estimate{1, 0.5, 1.5, 29}, 29).verdict, Verdict::unknown);
  EXPECT_EQ(delay(std::nullopt, 0).verdict, Verdict::unknown);
}

// `check` speaks of measured_map's delays, `plan` and the calendar of these.
TEST(Delays, PlanAndCheckGiveOneVerdict) {
  const auto both = [](const char* what, Date begins, bool between, double median_days, std::int64_t n, Verdict verdict) {
    JourneyMap map;
    Stage a, b, other;
    a.id = "a", a.when.start = begins;
    b.id = "b", b.when.after = "a", b.when.days_min = 3, b.when.days_max = 5;
    other.id = "other";
    map.stages = between ? std::vector{a, other, b} : std::vector{a, b};
    MeasureAnswer figures;
    figures.basis.events = 1, figures.basis.as_of = day_number(Date{2026, 11, 22}) * kDay;
    StageFigures stage;
    const double s = median_days * kDaySeconds;
    stage.id = "a", stage.to_next = {n, Estimate{s, s - kDaySeconds / 2, s + kDaySeconds / 2, n}, {}, {}, {}};
    figures.all.stages = {stage};
    const MeasuredMap measured = measured_map(map, {}, {}, figures);
    const SourceText source;
    const auto delays = stage_delays(measured, make_plan({measured.map, source, {}, {2026, 11, 22}}));
    ASSERT_EQ(delays.size(), 1u) << what;
    EXPECT_EQ(delays[0].verdict, verdict) << what;
    EXPECT_EQ(measured.delays.at(0).verdict, verdict) << what;
    EXPECT_EQ(delays[0].measured.has_value(), measured.delays[0].measured.has_value()) << what;
  };
  both("as planned", {2026, 11, 1}, false, 4, 100, Verdict::confirmed);
  both("later", {2026, 11, 1}, false, 9, 100, Verdict::contradicted);
  both("few", {2026, 11, 1}, false, 9, 29, Verdict::unknown);
  both("to come", {2026, 11, 20}, false, 9, 100, Verdict::unknown);
  both("not right before", {2026, 11, 1}, true, 9, 100, Verdict::unknown);
}

TEST(Delays, WithoutEventsThereAreNone) {
  MeasuredMap map;
  const SourceText source;
  EXPECT_TRUE(stage_delays(map, make_plan({map.map, source, {}, {2027, 1, 1}})).empty());
}

}  // namespace
}  // namespace parcours
