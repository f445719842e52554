// The statistics behind every figure, in one place: whichever engine counted, the interval comes from here.
// All intervals are 95 %. Nothing here depends on the order in which values come, so two engines give the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/time.h"
#include "questions/figure.h"

namespace parcours {

inline constexpr double kZ95 = 1.959963984540054;  // the standard normal's 97.5 % quantile

// Wilson's score interval. n = 0: value, low and high are NaN. REQUIRES: 0 <= count <= n.
Share wilson(std::int64_t count, std::int64_t n);

// A share in which a customer may count more than once: add each customer once, with his `count` of his `n`.
// The interval is Wilson's with n divided by the design effect (the variance between customers over the one that independent
// cases would have), never below 1. When every customer has n = 1 it is wilson() exactly. Where the share is 0 or 1 the effective
// n is the number of customers. Sums of whole numbers: the order of the customers does not matter.
class ClusteredCount {
 public:
  // `customers` of them are alike.
  void add(std::int64_t count, std::int64_t n, std::int64_t customers = 1);
  Share share() const;

 private:
  std::int64_t customers_ = 0, count_ = 0, n_ = 0, count_count_ = 0, count_n_ = 0, n_n_ = 0;
};

// One value of one customer. Customers are told apart by any number; which number it is changes nothing.
struct ValueOf {
  std::uint64_t customer = 0;
  double value = 0;
};

// Mean with Student's interval, clustered by customer (the sandwich variance of a ratio, G/(G-1), G - 1 degrees of freedom);
// with one value a customer this is the textbook interval. Nothing without values; with one customer only, low and high are NaN.
std::optional<Estimate> mean_of(std::vector<ValueOf> values);

// a - b with Newcombe's interval (hybrid of the two score intervals; clustered ones carry over). n = the smaller of the two.
// Nothing when either share has no n.
std::optional<Estimate> difference(const Share& a, const Share& b);
// Two-sided p of "the two shares are the same" (pooled z test). 1 when either has no n.
double p_of_difference(const Share& a, const Share& b);
// Benjamini and Hochberg's adjusted p, in the order given: those <= 0.05 hold with a false discovery rate of 5 %.
std::vector<double> benjamini_hochberg(std::span<const double> p);

// Net promoter score, -100..100, adjusted-Wald interval (n + 3, + 3/4 promoters, + 3/4 detractors). Nothing when n = 0.
// `design_effect` divides n where customers answered more than once.
std::optional<Estimate> nps(std::int64_t promoters, std::int64_t passives, std::int64_t detractors, double design_effect = 1);

// The quantile at `percent` (1..99) of values sorted upwards: where n·percent/100 is whole, the mean of the two values around it
// (so the median of an even number is the mean of the two middle ones), else the next value above. REQUIRES: sorted, not empty.
double quantile(std::span<const TimeMs> sorted, int percent);
// The same with its distribution-free interval between two order statistics, each tail <= 2.5 % (binomial, exact).
// A side that so few values cannot bound is NaN: the median needs 6 values. Nothing when empty. In seconds.
std::optional<Estimate> quantile_s(std::span<const TimeMs> sorted, int percent);

// Mean and median of spans, in seconds. Nothing when empty. The order does not matter.
std::optional<double> mean_s(std::span<const TimeMs> spans);
std::optional<double> median_s(std::vector<TimeMs> spans);

// A time until something happened, or until it was last known not to have (censored).
struct Lifetime {
  TimeMs span = 0;
  bool happened = false;
};
// Kaplan–Meier, Greenwood's interval on log S. The first point is (0, 1) with everyone at risk; then one for each time at which
// it happened to someone. Those censored at a time are still at risk at it. Where S = 0 Greenwood gives nothing: low is 0 and high
// the one before it (S never rises). Empty without lifetimes.
std::vector<SurvivalPoint> kaplan_meier(std::vector<Lifetime> lifetimes);
// The first time at which the curve, or a side of its band, is at or below `level`; nothing when it never falls so far.
std::optional<double> first_time_below(std::span<const SurvivalPoint> curve, double SurvivalPoint::*side, double level);
std::optional<double> time_at_survival(std::span<const SurvivalPoint> curve, double level);

// The two-sided 95 % quantile of Student's t. REQUIRES: degrees >= 1.
double student_95(std::int64_t degrees);

}  // namespace parcours
