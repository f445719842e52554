#include "overlay/measured_map.h"

#include "overlay/actions.h"
#include "overlay/coverage.h"
#include "overlay/delays.h"
#include "overlay/emotions.h"
#include "overlay/expectations.h"
#include "overlay/findings.h"
#include "overlay/segments.h"

namespace parcours {

const StageFigures* MeasuredMap::stage(std::string_view id) const { return figures ? figures->all.stage(id) : nullptr; }
const TouchpointFigures* MeasuredMap::touchpoint(std::string_view id) const { return figures ? figures->all.touchpoint(id) : nullptr; }

std::string_view code_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed: return "confirmed";
    case Verdict::contradicted: return "contradicted";
    case Verdict::unknown: break;
  }
  return "unknown";
}

std::string_view code_of(Truth truth) {
  switch (truth) {
    case Truth::measured: return "measured";
    case Truth::reported: return "reported";
    case Truth::assumed: break;
  }
  return "assumed";
}

double open_share(const MeasuredFigures& figures) {
  return figures.journeys == 0 ? 0 : static_cast<double>(figures.open) / static_cast<double>(figures.journeys);
}

double unclaimed_share(const MeasureAnswer& answer) {
  if (answer.basis.events == 0) return 0;
  return static_cast<double>(answer.basis.events - answer.claimed_events) / static_cast<double>(answer.basis.events);
}

bool MeasuredMap::of_some_channels() const {
  return figures && std::any_of(scope.where.begin(), scope.where.end(), [](const FieldCondition& condition) { return condition.field == "channel"; });
}

MeasuredMap measured_map(JourneyMap map, std::vector<Persona> personas, WorkspaceSettings settings, std::optional<MeasureAnswer> figures, Scope scope,
                         std::string by) {
  MeasuredMap measured;
  measured.map = std::move(map);
  measured.personas = std::move(personas);
  measured.settings = std::move(settings);
  measured.figures = std::move(figures);
  measured.scope = std::move(scope);
  measured.by = std::move(by);
  measured.emotions = emotion_points(measured);
  measured.expectations = expectation_verdicts(measured);
  measured.delays = delay_verdicts(measured);
  measured.frictions = friction_views(measured);
  measured.actions = ranked_actions(measured);
  measured.coverage = coverage_of(measured);
  measured.worst_touchpoint = worst_touchpoint(measured);
  if (measured.figures) measured.segments = compare_segments(measured.map, *measured.figures);
  measured.findings = findings_of(measured);
  return measured;
}

}  // namespace parcours
