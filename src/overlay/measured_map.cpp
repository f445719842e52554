#include "overlay/measured_map.h"

#include "overlay/actions.h"
#include "overlay/coverage.h"
#include "overlay/delays.h"
#include "overlay/emotions.h"
#include "overlay/expectations.h"
#include "overlay/findings.h"
#include "overlay/segments.h"

namespace parcours {

const StageFigures* MeasuredMap::stage(std::string_view id) const {
  if (!figures) return nullptr;
  for (const auto& stage : figures->all.stages)
    if (stage.id == id) return &stage;
  return nullptr;
}

const TouchpointFigures* MeasuredMap::touchpoint(std::string_view id) const {
  if (!figures) return nullptr;
  for (const auto& stage : figures->all.stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (touchpoint.id == id) return &touchpoint;
  return nullptr;
}

MeasuredMap measured_map(JourneyMap map, std::vector<Persona> personas, WorkspaceSettings settings, std::optional<MeasureAnswer> figures) {
  MeasuredMap measured;
  measured.map = std::move(map);
  measured.personas = std::move(personas);
  measured.settings = std::move(settings);
  measured.figures = std::move(figures);
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
