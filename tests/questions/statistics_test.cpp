#include "questions/statistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "questions/score_figure.h"

namespace parcours {
namespace {

std::vector<TimeMs> seconds(std::initializer_list<TimeMs> values) {
  std::vector<TimeMs> out;
  for (const TimeMs value : values) out.push_back(value * kSecond);
  return out;
}

std::vector<TimeMs> ranks(int n) {  // 1 s, 2 s … n s: the value is its rank
  std::vector<TimeMs> out;
  for (int i = 1; i <= n; ++i) out.push_back(i * kSecond);
  return out;
}

TEST(Wilson, AgreesWithTheDefinition) {  // as computed in docs/measures/share.md
  const Share one = wilson(1, 10);
  EXPECT_NEAR(one.low, 0.017876, 5e-7);
  EXPECT_NEAR(one.high, 0.404150, 5e-7);
  const Share many = wilson(15, 148);
  EXPECT_NEAR(many.low, 0.062386, 5e-7);
  EXPECT_NEAR(many.high, 0.160487, 5e-7);
}

TEST(Wilson, EndsAreExact) {
  EXPECT_EQ(wilson(0, 20).low, 0);
  EXPECT_EQ(wilson(20, 20).high, 1);
  EXPECT_TRUE(std::isnan(wilson(0, 0).value));
  EXPECT_TRUE(std::isnan(wilson(0, 0).high));
}

TEST(ClusteredCount, IsWilsonWhenEachCountsOnce) {
  ClusteredCount counts;
  for (int i = 0; i < 148; ++i) counts.add(i < 15 ? 1 : 0, 1);
  EXPECT_EQ(counts.share().low, wilson(15, 148).low);
  EXPECT_EQ(counts.share().high, wilson(15, 148).high);
}

TEST(ClusteredCount, IsWiderWhenCustomersRepeat) {  // design effect 5/3, computed by hand from the formula in the header
  ClusteredCount counts;
  counts.add(2, 3), counts.add(0, 2), counts.add(1, 1), counts.add(0, 4);
  const Share share = counts.share();
  EXPECT_EQ(share.count, 3);
  EXPECT_EQ(share.n, 10);
  EXPECT_NEAR(share.low, 0.08130999630855218, 1e-12);
  EXPECT_NEAR(share.high, 0.674823718852314, 1e-12);
}

TEST(ClusteredCount, TakesCustomersAsCasesAtTheEnds) {
  ClusteredCount counts;
  counts.add(0, 50), counts.add(0, 50);
  EXPECT_NEAR(counts.share().high, wilson(0, 2).high, 1e-12);
}

TEST(Mean, IsTheTextbookInterval) {  // x̄ ± t(3) s/√4, t(3) = 3.182446
  const auto mean = mean_of({{1, 2.1}, {2, 3.4}, {3, 5.0}, {4, 7.7}});
  ASSERT_TRUE(mean);
  EXPECT_NEAR(mean->value, 4.55, 1e-12);
  EXPECT_NEAR(mean->low, 0.7123251366549579, 1e-9);
  EXPECT_NEAR(mean->high, 8.387674863345042, 1e-9);
}

TEST(Mean, IsClusteredByCustomer) {  // computed independently from the sandwich formula
  const auto mean = mean_of({{7, 1}, {7, 2}, {7, 4}, {2, 10}, {9, 3}, {9, 5}});
  ASSERT_TRUE(mean);
  EXPECT_EQ(mean->n, 6);
  EXPECT_NEAR(mean->low, -2.8808504585034926, 1e-9);
  EXPECT_NEAR(mean->high, 11.214183791836827, 1e-9);
}

TEST(Mean, DependsNeitherOnOrderNorOnNumbering) {
  std::vector<ValueOf> values;
  for (int i = 0; i < 50; ++i) values.push_back({static_cast<std::uint64_t>(i % 13), 0.1 * i});
  const auto first = mean_of(values);
  std::reverse(values.begin(), values.end());
  for (auto& value : values) value.customer = 1000 - value.customer * 7;
  const auto second = mean_of(values);
  EXPECT_EQ(first->value, second->value);
  EXPECT_EQ(first->low, second->low);
}

TEST(Mean, OfOneCustomerHasNoInterval) {
  EXPECT_TRUE(std::isnan(mean_of({{1, 2}, {1, 4}})->low));
  EXPECT_FALSE(mean_of({}));
}

TEST(Student, AgreesWithTheTable) {
  EXPECT_NEAR(student_95(1), 12.7062047, 1e-6);
  EXPECT_NEAR(student_95(2), 4.3026527, 1e-6);
  EXPECT_NEAR(student_95(5), 2.5705818, 1e-6);
  EXPECT_NEAR(student_95(10), 2.2281389, 1e-6);
  EXPECT_NEAR(student_95(30), 2.0422725, 1e-6);
  EXPECT_NEAR(student_95(120), 1.9799304, 1e-6);
  EXPECT_NEAR(student_95(1000), 1.9623391, 1e-6);
  EXPECT_NEAR(student_95(200), student_95(201), 1e-4);  // the two formulas meet
}

TEST(Newcombe, AgreesWithHisPaper) {  // R. G. Newcombe, Statist. Med. 17 (1998), method 10, table II
  const auto a = difference(wilson(56, 70), wilson(48, 80));
  EXPECT_NEAR(a->value, 0.2, 1e-12);
  EXPECT_NEAR(a->low, 0.0524, 5e-5);
  EXPECT_NEAR(a->high, 0.3339, 5e-5);
  const auto b = difference(wilson(9, 10), wilson(3, 10));
  EXPECT_NEAR(b->low, 0.1705, 5e-5);
  EXPECT_NEAR(b->high, 0.8090, 5e-5);
  EXPECT_FALSE(difference(wilson(1, 2), wilson(0, 0)));
}

TEST(BenjaminiHochberg, RejectsAsInThePaper) {  // Benjamini and Hochberg, JRSS B 57 (1995), section 3.2: the four smallest at 5 %
  const std::vector<double> p = {.0344, .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
  const auto adjusted = benjamini_hochberg(p);
  EXPECT_EQ(std::count_if(adjusted.begin(), adjusted.end(), [](double q) { return q <= 0.05; }), 4);
  EXPECT_NEAR(adjusted[1], .0001 * 15, 1e-12);
  EXPECT_GT(adjusted[0], 0.05);
  EXPECT_EQ(adjusted.back(), 1.0);
}

TEST(PValue, IsThePooledZTest) {  // z = 2.646, computed by hand for 56/70 against 48/80
  const double pooled = 104.0 / 150, z = 0.2 / std::sqrt(pooled * (1 - pooled) * (1.0 / 70 + 1.0 / 80));
  EXPECT_NEAR(z, 2.65, 0.01);
  EXPECT_NEAR(p_of_difference(wilson(56, 70), wilson(48, 80)), 0.00807, 2e-4);
  EXPECT_EQ(p_of_difference(wilson(0, 70), wilson(0, 80)), 1);
}

TEST(Nps, AgreesWithTheDefinition) {
  const auto score = nps(8, 9, 22);
  EXPECT_NEAR(score->value, -35.8974, 5e-5);
  EXPECT_NEAR(score->low, -57.507, 5e-4);
  EXPECT_NEAR(score->high, -9.160, 5e-4);
  EXPECT_FALSE(nps(0, 0, 0));
}

TEST(Quantile, MedianIsTheMeanOfTheTwoMiddleOnes) {
  EXPECT_EQ(median_s(seconds({4, 1, 3, 2})), 2.5);
  EXPECT_EQ(median_s(seconds({5, 1, 3})), 3);
  EXPECT_EQ(quantile_s(ranks(10), 25)->value, 3);
  EXPECT_EQ(quantile_s(ranks(10), 90)->value, 9.5);
  EXPECT_EQ(quantile_s(ranks(8), 75)->value, 6.5);
  EXPECT_FALSE(median_s({}));
}

struct Bounds {
  int n, percent;
  double low, high;
};

TEST(Quantile, IntervalsAreTheBinomialOnes) {  // ranks computed independently with exact binomial sums
  for (const auto& [n, percent, low, high] : {Bounds{6, 50, 1, 6},
                                              {10, 50, 2, 9},
                                              {20, 50, 6, 15},
                                              {71, 50, 27, 45},
                                              {100, 50, 40, 61},
                                              {36, 90, 29, 36},
                                              {100, 90, 84, 96},
                                              {30, 25, 3, 13},
                                              {30, 75, 18, 28},
                                              {200, 25, 38, 63},
                                              {200, 75, 138, 163},
                                              {200, 90, 171, 189}}) {
    const auto estimate = quantile_s(ranks(n), percent);
    EXPECT_EQ(estimate->low, low) << n << " " << percent;
    EXPECT_EQ(estimate->high, high) << n << " " << percent;
  }
}

TEST(Quantile, SaysWhenTooFewBoundIt) {
  EXPECT_TRUE(std::isnan(quantile_s(ranks(5), 50)->low));
  EXPECT_TRUE(std::isnan(quantile_s(ranks(30), 90)->high));
  EXPECT_EQ(quantile_s(ranks(30), 90)->low, 23);
}

TEST(Quantile, HoldsForAMillion) {  // 500 000 ± 1.96 · 500
  const auto estimate = quantile_s(ranks(1'000'000), 50);
  EXPECT_NEAR(estimate->low, 500'000 - 980, 1);
  EXPECT_NEAR(estimate->high, 500'001 + 980, 1);
}

TEST(Mean, OfSpansIsInSeconds) { EXPECT_EQ(mean_s(seconds({1, 2, 6})), 3); }

TEST(KaplanMeier, AgreesWithFreireich) {  // 6-MP remissions (Freireich 1963), intervals as R's survfit(conf.type = "log") prints them
  std::vector<Lifetime> lifetimes;
  for (const TimeMs t : {6, 6, 6, 7, 10, 13, 16, 22, 23}) lifetimes.push_back({t * kSecond, true});
  for (const TimeMs t : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) lifetimes.push_back({t * kSecond, false});
  const auto curve = kaplan_meier(lifetimes);
  struct Row {
    double time, survival, low, high;
    std::int64_t at_risk;
  };
  const std::vector<Row> expected = {{6, .857, .720, 1.000, 21}, {7, .807, .653, .996, 17}, {10, .753, .586, .968, 15}, {13, .690, .510, .935, 12},
                                     {16, .627, .439, .896, 11}, {22, .538, .337, .858, 7}, {23, .448, .249, .807, 6}};
  ASSERT_EQ(curve.size(), expected.size() + 1);
  EXPECT_EQ(curve[0].survival, 1);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(curve[i + 1].time_s, expected[i].time);
    EXPECT_EQ(curve[i + 1].at_risk, expected[i].at_risk);
    EXPECT_NEAR(curve[i + 1].survival, expected[i].survival, 5.1e-4);
    EXPECT_NEAR(curve[i + 1].low, expected[i].low, 5.1e-4);
    EXPECT_NEAR(curve[i + 1].high, expected[i].high, 5.1e-4);
  }
  EXPECT_EQ(time_at_survival(curve, 0.5), 23);
  EXPECT_FALSE(time_at_survival(curve, 0.4));
}

TEST(KaplanMeier, EndsAtZeroWhenAllHappened) {
  const auto curve = kaplan_meier({{1000, true}, {2000, true}});
  ASSERT_EQ(curve.size(), 3u);
  EXPECT_EQ(curve[2].survival, 0);
  EXPECT_EQ(curve[2].low, 0);
  EXPECT_EQ(curve[2].high, curve[1].high);
  EXPECT_EQ(time_at_survival(curve, 0.5), 1);
}

TEST(ScoreFigure, ReadsNpsWithPublishedInterval) {
  std::vector<ScoreOf> answers;
  for (std::uint64_t i = 0; i < 39; ++i) answers.push_back({i, ScoreScale::zero_to_ten, i < 8 ? 9.0 : i < 17 ? 7.0 : 6.0});
  const auto figure = score_figure(answers);
  EXPECT_NEAR(figure->nps->low, -57.507, 5e-4);
  EXPECT_EQ(figure->n, 39);
  EXPECT_FALSE(figure->csat);
}

TEST(ScoreFigure, CsatIsTheTopTwoOfFive) {
  const auto figure = score_figure(
      {{1, ScoreScale::one_to_five, 5}, {2, ScoreScale::one_to_five, 4}, {3, ScoreScale::one_to_five, 3}, {4, ScoreScale::one_to_five, 1}});
  EXPECT_EQ(figure->csat->count, 2);
  EXPECT_EQ(figure->csat->n, 4);
  EXPECT_NEAR(figure->emotion->value, 0.25, 1e-12);  // 2, 1, 0, -2
}

TEST(ScoreFigure, CesNamesBoth) {
  const auto figure = score_figure({{1, ScoreScale::one_to_seven, 7}, {2, ScoreScale::one_to_seven, 5}, {3, ScoreScale::one_to_seven, 3}});
  EXPECT_NEAR(figure->ces_mean->value, 5, 1e-12);
  EXPECT_EQ(figure->ces_high->count, 2);
}

TEST(ScoreFigure, OneLoudCustomerWidensTheInterval) {
  std::vector<ScoreOf> alone, loud;
  for (std::uint64_t i = 0; i < 40; ++i)
    alone.push_back({i, ScoreScale::zero_to_ten, i < 20 ? 10.0 : 0.0}), loud.push_back({i / 10, ScoreScale::zero_to_ten, i < 20 ? 10.0 : 0.0});
  EXPECT_EQ(score_figure(alone)->nps->value, score_figure(loud)->nps->value);
  EXPECT_LT(score_figure(loud)->nps->low, score_figure(alone)->nps->low - 20);
}

}  // namespace
}  // namespace parcours
