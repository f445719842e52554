#include "overlay/expectations.h"

#include <cmath>

#include "overlay/reported.h"

namespace parcours {
namespace {

// More of these is better for the brand; of all others (drop-off, times, repeats) less is.
bool more_is_better(const std::string& measure) {
  return measure != "drop_off" && measure != "time" && measure != "time_to_next" && measure != "repeat";
}

// An expectation is a round number: what is off by less than this share of it still bears it out.
constexpr double kTolerance = 0.2;

// How much better the measured figure is than expected, in the figure's own unit; below 0: worse.
struct Better {
  double least, value, most;
};
Better better_by(const Expectation& expected, const Estimate& measured) {
  if (more_is_better(expected.measure)) return {measured.low - expected.value, measured.value - expected.value, measured.high - expected.value};
  return {expected.value - measured.high, expected.value - measured.value, expected.value - measured.low};
}

void judge(ExpectationVerdict& verdict) {
  const auto& measured = verdict.measured;
  if (!measured || measured->n < kWeakBelow || std::isnan(measured->low) || std::isnan(measured->high)) return;
  const double slack = kTolerance * std::fabs(verdict.expected.value);
  const Better better = better_by(verdict.expected, *measured);
  if (better.least > slack) verdict.verdict = Verdict::contradicted;
  // A value beyond the limit whose interval comes back over it settles nothing.
  else if (better.value <= slack) verdict.verdict = Verdict::confirmed;
  verdict.worse = better.most < -slack;
}

}  // namespace

bool means_nothing_at_goal(std::string_view measure) { return measure == "drop_off" || measure == "conversion"; }

std::optional<double> expected_drop_off(const Friction& friction) {
  for (const Expectation& expectation : friction.expect)
    if (expectation.measure == "drop_off") return expectation.value;
  return std::nullopt;
}

std::vector<ExpectationVerdict> expectation_verdicts(const MeasuredMap& measured) {
  std::vector<ExpectationVerdict> verdicts;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = measured.touchpoint(touchpoint.id);
      for (const auto& friction : touchpoint.frictions) {
        for (const auto& expected : friction.expect) {
          ExpectationVerdict verdict{friction.id, touchpoint.id, expected, Verdict::unknown, false, {}};
          const bool is_void = touchpoint.id == measured.map.goal && means_nothing_at_goal(expected.measure);
          if (figures && !is_void && !measured.of_today() && !measured.of_some_channels())
            verdict.measured = measured_value(*figures, expected.measure);
          judge(verdict);
          verdicts.push_back(std::move(verdict));
        }
      }
    }
  }
  return verdicts;
}

namespace {

// Of all that is expected of a friction, what its card tells: its drop-off, which stands there with it, else what comes first.
const ExpectationVerdict* told_of(const MeasuredMap& measured, const std::string& touchpoint, const std::string& friction) {
  const ExpectationVerdict* told = nullptr;
  for (const auto& verdict : measured.expectations) {
    if (verdict.friction != friction || verdict.touchpoint != touchpoint) continue;
    if (verdict.expected.measure == "drop_off") return &verdict;
    if (!told) told = &verdict;
  }
  return told;
}

}  // namespace

std::vector<FrictionView> friction_views(const MeasuredMap& measured) {
  std::vector<FrictionView> views;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = measured.touchpoint(touchpoint.id);
      for (const auto& friction : touchpoint.frictions) {
        FrictionView view{friction.id, touchpoint.id, friction.evidence.reported() ? Truth::reported : Truth::assumed, {}, {}, {}, false};
        if (figures && figures->drop_off.n > 0 && touchpoint.id != measured.map.goal && !measured.of_today()) {
          view.truth = Truth::measured;
          view.drop_off = figures->drop_off;
          view.at_stake = figures->at_stake;
        }
        if (const auto* told = told_of(measured, touchpoint.id, friction.id)) view.verdict = told->verdict, view.worse = told->worse;
        views.push_back(std::move(view));
      }
    }
  }
  return views;
}

}  // namespace parcours
