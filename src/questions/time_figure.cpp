#include "questions/time_figure.h"

#include <algorithm>
#include <limits>

namespace parcours {
namespace {

// Where the curve and its band fall to the level; a side that never falls so far is NaN.
std::optional<Estimate> time_at(const std::vector<SurvivalPoint>& curve, double level, std::int64_t n) {
  const auto value = time_at_survival(curve, level);
  if (!value) return std::nullopt;
  constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
  const auto bound = [&](double SurvivalPoint::*side) { return first_time_below(curve, side, level).value_or(kNever); };
  return Estimate{*value, bound(&SurvivalPoint::low), bound(&SurvivalPoint::high), n};
}

}  // namespace

TimeFigure time_figure(std::vector<TimeMs> spans) {
  std::sort(spans.begin(), spans.end());
  TimeFigure out;
  out.n = static_cast<std::int64_t>(spans.size());
  out.median = quantile_s(spans, 50);
  out.p25 = quantile_s(spans, 25);
  out.p75 = quantile_s(spans, 75);
  out.p90 = quantile_s(spans, 90);
  return out;
}

TimeFigure survival_figure(std::vector<Lifetime> lifetimes) {
  TimeFigure out;
  out.n = static_cast<std::int64_t>(lifetimes.size());
  const auto curve = kaplan_meier(std::move(lifetimes));
  out.median = time_at(curve, 0.5, out.n);
  out.p25 = time_at(curve, 0.75, out.n);
  out.p75 = time_at(curve, 0.25, out.n);
  out.p90 = time_at(curve, 0.1, out.n);
  return out;
}

}  // namespace parcours
