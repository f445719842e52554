#include "overlay/expectations.h"

#include <cmath>

namespace parcours {
namespace {

std::optional<Estimate> as_estimate(const Share& share) {
  if (share.n == 0) return std::nullopt;
  return Estimate{share.value, share.low, share.high, share.n};
}

std::optional<Estimate> of_score(const ScoreFigure& score, const std::string& measure) {
  if (measure == "nps") return score.nps;
  if (measure == "ces") return score.ces_mean;
  if (measure == "csat" && score.csat) return as_estimate(*score.csat);
  if (measure == "satisfaction" && score.scale == ScoreScale::one_to_five && score.emotion)
    return Estimate{score.emotion->value + 3, score.emotion->low + 3, score.emotion->high + 3, score.emotion->n};
  return std::nullopt;
}

// The measure by the name that docs/formats/map.md gives it; nothing for those that have no interval (customers, visits, value).
std::optional<Estimate> measured_value(const TouchpointFigures& figures, const std::string& measure) {
  if (measure == "drop_off") return as_estimate(figures.drop_off);
  if (measure == "conversion") return as_estimate(figures.to_goal);
  if (measure == "customers_share") return as_estimate(figures.journeys_share);
  if (measure == "repeat") return as_estimate(figures.repeats);
  if (measure == "time") return figures.within.median;
  if (measure == "time_to_next") return figures.to_next.median;
  return figures.score ? of_score(*figures.score, measure) : std::nullopt;
}

// More of these is better for the brand; of all others (drop-off, times, repeats) less is.
bool more_is_better(const std::string& measure) {
  return measure != "drop_off" && measure != "time" && measure != "time_to_next" && measure != "repeat";
}

// An expectation is a round number: what is off by less than this share of it still bears it out.
constexpr double kTolerance = 0.2;

Verdict verdict_of(const Expectation& expected, const std::optional<Estimate>& measured) {
  if (!measured || measured->n < kWeakBelow || std::isnan(measured->low) || std::isnan(measured->high)) return Verdict::unknown;
  const double slack = kTolerance * std::fabs(expected.value);
  const bool more = more_is_better(expected.measure);
  const double limit = more ? expected.value + slack : expected.value - slack;
  if (more ? measured->low > limit : measured->high < limit) return Verdict::contradicted;
  // A value beyond the limit whose interval comes back over it settles nothing.
  return (more ? measured->value > limit : measured->value < limit) ? Verdict::unknown : Verdict::confirmed;
}

}  // namespace

std::vector<ExpectationVerdict> expectation_verdicts(const MeasuredMap& measured) {
  std::vector<ExpectationVerdict> verdicts;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = measured.touchpoint(touchpoint.id);
      for (const auto& friction : touchpoint.frictions) {
        for (const auto& expected : friction.expect) {
          ExpectationVerdict verdict{friction.id, touchpoint.id, expected, Verdict::unknown, {}};
          if (figures) verdict.measured = measured_value(*figures, expected.measure);
          verdict.verdict = verdict_of(expected, verdict.measured);
          verdicts.push_back(std::move(verdict));
        }
      }
    }
  }
  return verdicts;
}

std::vector<FrictionView> friction_views(const MeasuredMap& measured) {
  std::vector<FrictionView> views;
  for (const auto& stage : measured.map.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* figures = measured.touchpoint(touchpoint.id);
      for (const auto& friction : touchpoint.frictions) {
        FrictionView view{friction.id, touchpoint.id, friction.evidence.reported() ? Truth::reported : Truth::assumed, {}, {}, Verdict::unknown};
        if (figures && figures->drop_off.n > 0) {
          view.truth = Truth::measured;
          view.drop_off = figures->drop_off;
          view.at_stake = figures->at_stake;
        }
        for (const auto& verdict : measured.expectations) {
          if (verdict.friction != friction.id || verdict.touchpoint != touchpoint.id) continue;
          view.verdict = verdict.verdict;
          break;
        }
        views.push_back(std::move(view));
      }
    }
  }
  return views;
}

}  // namespace parcours
