#include "questions/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace parcours {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

// Wilson's interval with an effective number of cases, which need not be whole. E. B. Wilson, JASA 22 (1927).
Share wilson_at(std::int64_t count, std::int64_t n, double effective) {
  const double p = static_cast<double>(count) / static_cast<double>(n);
  const double zz = kZ95 * kZ95 / effective;
  const double middle = (p + zz / 2) / (1 + zz);
  const double half = kZ95 * std::sqrt(p * (1 - p) / effective + zz / (4 * effective)) / (1 + zz);
  return {count, n, p, count == 0 ? 0 : std::max(0.0, middle - half), count == n ? 1 : std::min(1.0, middle + half)};
}

// P(|T| < t) for whole degrees of freedom, a finite sum: Abramowitz and Stegun 26.7.3, 26.7.4.
double student_within(double t, std::int64_t degrees) {
  const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
  const double cosine = std::cos(angle), sine = std::sin(angle);
  const bool is_odd = degrees % 2 == 1;
  double term = is_odd ? cosine : 1, sum = 0;
  for (std::int64_t k = is_odd ? 1 : 0; k <= degrees - 2; k += 2) {
    sum += term;
    term *= cosine * cosine * static_cast<double>(k + 1) / static_cast<double>(k + 2);
  }
  return is_odd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

double log_factorial(std::int64_t n) {
  const auto x = static_cast<double>(n);
  if (n < 16) {
    double product = 1;
    for (std::int64_t k = 2; k <= n; ++k) product *= static_cast<double>(k);
    return std::log(product);
  }
  return x * std::log(x) - x + std::log(2 * std::numbers::pi * x) / 2 + 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * std::pow(x, 5));
}

// The largest rank whose order statistic lies at or below the quantile but for 2.5 %: P(Binomial(n, p) < rank) <= 2.5 %. 0: none.
std::int64_t lower_rank(std::int64_t n, double p) {
  const double sd = std::sqrt(static_cast<double>(n) * p * (1 - p));
  auto k = std::max<std::int64_t>(0, static_cast<std::int64_t>(static_cast<double>(n) * p - 12 * sd));  // below this lies nothing
  double mass = std::exp(log_factorial(n) - log_factorial(k) - log_factorial(n - k) + static_cast<double>(k) * std::log(p) +
                         static_cast<double>(n - k) * std::log1p(-p));
  double below = 0;
  for (; k < n; ++k) {
    below += mass;
    if (below > 0.025) return k;
    mass *= static_cast<double>(n - k) / static_cast<double>(k + 1) * p / (1 - p);
  }
  return n;
}

}  // namespace

Share wilson(std::int64_t count, std::int64_t n) {
  assert(0 <= count && count <= n);
  return n == 0 ? Share{0, 0, kNothing, kNothing, kNothing} : wilson_at(count, n, static_cast<double>(n));
}

void ClusteredCount::add(std::int64_t count, std::int64_t n, std::int64_t customers) {
  assert(0 <= count && count <= n);
  if (n == 0) return;
  customers_ += customers;
  count_ += count * customers;
  n_ += n * customers;
  count_count_ += count * count * customers;
  count_n_ += count * n * customers;
  n_n_ += n * n * customers;
}

Share ClusteredCount::share() const {
  if (customers_ == n_) return wilson(count_, n_);
  if (count_ == 0 || count_ == n_) return wilson_at(count_, n_, static_cast<double>(customers_));
  const auto n = static_cast<double>(n_);
  const double p = static_cast<double>(count_) / n;
  const double between = static_cast<double>(count_count_) - 2 * p * static_cast<double>(count_n_) + p * p * static_cast<double>(n_n_);
  return wilson_at(count_, n_, n / std::max(1.0, between / (n * p * (1 - p))));
}

std::optional<Estimate> mean_of(std::vector<ValueOf> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end(),
            [](const ValueOf& a, const ValueOf& b) { return a.customer != b.customer ? a.customer < b.customer : a.value < b.value; });
  struct Cluster {
    double sum = 0;
    double n = 0;
  };
  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0 || values[i].customer != values[i - 1].customer) clusters.push_back({});
    clusters.back().sum += values[i].value;
    clusters.back().n += 1;
  }
  // Sums of fractions depend on their order: this one does not depend on how customers are numbered.
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) { return a.sum != b.sum ? a.sum < b.sum : a.n < b.n; });
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(clusters.begin(), clusters.end(), 0.0, [](double sum, const Cluster& c) { return sum + c.sum; }) / n;
  Estimate out{mean, kNothing, kNothing, static_cast<std::int64_t>(values.size())};
  if (clusters.size() < 2) return out;
  const double squares = std::accumulate(clusters.begin(), clusters.end(), 0.0, [&](double sum, const Cluster& c) {
    const double residual = c.sum - mean * c.n;
    return sum + residual * residual;
  });
  const auto groups = static_cast<double>(clusters.size());
  const double half = student_95(static_cast<std::int64_t>(clusters.size()) - 1) * std::sqrt(groups / (groups - 1) * squares) / n;
  out.low = mean - half;
  out.high = mean + half;
  return out;
}

std::optional<Estimate> difference(const Share& a, const Share& b) {
  if (a.n == 0 || b.n == 0) return std::nullopt;
  const double d = a.value - b.value;
  return Estimate{d, d - std::hypot(a.value - a.low, b.high - b.value), d + std::hypot(a.high - a.value, b.value - b.low), std::min(a.n, b.n)};
}

double p_of_difference(const Share& a, const Share& b) {
  if (a.n == 0 || b.n == 0) return 1;
  const auto n = static_cast<double>(a.n), m = static_cast<double>(b.n);
  const double pooled = static_cast<double>(a.count + b.count) / (n + m);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 ? std::erfc(std::fabs(a.value - b.value) / error / std::numbers::sqrt2) : 1;
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double least = 1;
  for (std::size_t rank = p.size(); rank > 0; --rank) {
    least = std::min(least, p[order[rank - 1]] * static_cast<double>(p.size()) / static_cast<double>(rank));
    adjusted[order[rank - 1]] = least;
  }
  return adjusted;
}

std::optional<Estimate> nps(std::int64_t promoters, std::int64_t passives, std::int64_t detractors, double design_effect) {
  const std::int64_t n = promoters + passives + detractors;
  if (n == 0) return std::nullopt;
  const double score = static_cast<double>(promoters - detractors) / static_cast<double>(n);
  const double shrink = 1 / std::max(1.0, design_effect);  // of all three counts, so that the shares stay
  const double cases = static_cast<double>(n) * shrink + 3;
  const double up = (static_cast<double>(promoters) * shrink + 0.75) / cases, down = (static_cast<double>(detractors) * shrink + 0.75) / cases;
  const double half = kZ95 * std::sqrt((up + down - (up - down) * (up - down)) / cases);
  return Estimate{100 * score, 100 * std::max(-1.0, up - down - half), 100 * std::min(1.0, up - down + half), n};
}

double quantile(std::span<const TimeMs> sorted, int percent) {
  assert(!sorted.empty() && percent > 0 && percent < 100);
  const std::size_t position = sorted.size() * static_cast<std::size_t>(percent);
  const auto at = [&](std::size_t i) { return static_cast<double>(sorted[i]); };
  return position % 100 == 0 ? (at(position / 100 - 1) + at(position / 100)) / 2 : at(position / 100);
}

std::optional<Estimate> quantile_s(std::span<const TimeMs> sorted, int percent) {
  if (sorted.empty()) return std::nullopt;
  const auto n = static_cast<std::int64_t>(sorted.size());
  const std::int64_t low = lower_rank(n, percent / 100.0);
  const std::int64_t high = n + 1 - lower_rank(n, (100 - percent) / 100.0);  // the same seen from above
  const auto at = [&](std::int64_t rank) {
    return rank < 1 || rank > n ? kNothing : static_cast<double>(sorted[static_cast<std::size_t>(rank - 1)]) / kSecond;
  };
  return Estimate{quantile(sorted, percent) / kSecond, at(low), at(high), n};
}

std::optional<double> mean_s(std::span<const TimeMs> spans) {
  if (spans.empty()) return std::nullopt;
  return static_cast<double>(std::accumulate(spans.begin(), spans.end(), TimeMs{0})) / static_cast<double>(spans.size()) / kSecond;
}

std::optional<double> median_s(std::vector<TimeMs> spans) {
  if (spans.empty()) return std::nullopt;
  std::sort(spans.begin(), spans.end());
  return quantile(spans, 50) / kSecond;
}

std::vector<SurvivalPoint> kaplan_meier(std::vector<Lifetime> lifetimes) {
  std::vector<SurvivalPoint> curve;
  if (lifetimes.empty()) return curve;
  std::sort(lifetimes.begin(), lifetimes.end(), [](const Lifetime& a, const Lifetime& b) { return a.span < b.span; });
  curve.push_back({0, 1, 1, 1, static_cast<std::int64_t>(lifetimes.size()), 0});
  double greenwood = 0;
  for (std::size_t i = 0; i < lifetimes.size();) {
    const auto at_risk = static_cast<std::int64_t>(lifetimes.size() - i);
    const TimeMs span = lifetimes[i].span;
    std::int64_t events = 0;
    for (; i < lifetimes.size() && lifetimes[i].span == span; ++i) events += lifetimes[i].happened;
    if (events == 0) continue;
    const SurvivalPoint& before = curve.back();
    SurvivalPoint point{static_cast<double>(span) / kSecond, 0, 0, before.high, at_risk, events};
    if (events < at_risk) {
      greenwood += static_cast<double>(events) / (static_cast<double>(at_risk) * static_cast<double>(at_risk - events));
      point.survival = before.survival * (static_cast<double>(at_risk - events) / static_cast<double>(at_risk));
      point.low = point.survival * std::exp(-kZ95 * std::sqrt(greenwood));
      point.high = std::min(1.0, point.survival * std::exp(kZ95 * std::sqrt(greenwood)));
    }
    curve.push_back(point);
  }
  return curve;
}

std::optional<double> first_time_below(std::span<const SurvivalPoint> curve, double SurvivalPoint::*side, double level) {
  // Products of fractions that should meet the level exactly may end a hair above it.
  for (const auto& point : curve)
    if (point.*side <= level + 1e-12) return point.time_s;
  return std::nullopt;
}

std::optional<double> time_at_survival(std::span<const SurvivalPoint> curve, double level) {
  return first_time_below(curve, &SurvivalPoint::survival, level);
}

double student_95(std::int64_t degrees) {
  assert(degrees >= 1);
  if (degrees > 200) {  // Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5: exact to 1e-9 here
    const auto v = static_cast<double>(degrees);
    const double z = kZ95, z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
  }
  double low = 0, high = 13;  // 12.706 for one degree
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (student_within(middle, degrees) < 0.95 ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace parcours
