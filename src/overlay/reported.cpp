#include "overlay/reported.h"

namespace parcours {
namespace {

std::optional<Estimate> as_estimate(const Share& share) {
  if (share.n == 0) return std::nullopt;
  return Estimate{share.value, share.low, share.high, share.n};
}

std::optional<Estimate> of_score(const ScoreFigure& score, std::string_view measure) {
  if (measure == "nps") return score.nps;
  if (measure == "ces") return score.ces_mean;
  if (measure == "csat" && score.csat) return as_estimate(*score.csat);
  if (measure == "satisfaction" && score.scale == ScoreScale::one_to_five && score.emotion)
    return Estimate{score.emotion->value + 3, score.emotion->low + 3, score.emotion->high + 3, score.emotion->n};
  return std::nullopt;
}

bool is_replaced(const TouchpointFigures& figures, std::string_view measure) {
  if (measure == "customers" || measure == "visits") return true;  // counts: an event or none
  const auto measured = measured_value(figures, measure);
  return measured && !(measure == "time" && measured->value == 0);
}

}  // namespace

std::optional<Estimate> measured_value(const TouchpointFigures& figures, std::string_view measure) {
  if (measure == "drop_off") return as_estimate(figures.drop_off);
  if (measure == "conversion") return as_estimate(figures.to_goal);
  if (measure == "customers_share") return as_estimate(figures.journeys_share);
  if (measure == "repeat") return as_estimate(figures.repeats);
  if (measure == "time") return figures.within.median;
  if (measure == "time_to_next") return figures.to_next.median;
  return figures.score ? of_score(*figures.score, measure) : std::nullopt;
}

std::vector<const ReportedFigure*> still_reported(const MeasuredMap& measured, const Touchpoint& touchpoint) {
  const auto* figures = measured.touchpoint(touchpoint.id);
  std::vector<const ReportedFigure*> out;
  for (const ReportedFigure& figure : touchpoint.figures)
    if (!figures || !figures->has_rule || !is_replaced(*figures, figure.measure)) out.push_back(&figure);
  return out;
}

}  // namespace parcours
