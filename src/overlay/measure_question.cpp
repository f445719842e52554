#include "overlay/measured_map.h"

namespace parcours {
namespace {

MeasuredStage measured_stage(const Stage& stage) {
  MeasuredStage measured{stage.id, stage.phase == Phase::after, {}};
  for (const auto& touchpoint : stage.touchpoints)
    measured.touchpoints.push_back({touchpoint.id, touchpoint.out_of_sight ? Rule{} : touchpoint.match, touchpoint.failure});
  return measured;
}

}  // namespace

std::optional<TimeMs> window_of(const JourneyMap& map) {
  if (!map.window) return kDefaultWindow;
  return *map.window == JourneyMap::kNoWindow ? std::nullopt : map.window;
}

TimeMs inactivity_of(const JourneyMap& map, const WorkspaceSettings& settings) {
  Scope scope;
  scope.inactivity = map.inactivity ? map.inactivity : settings.inactivity;
  return silence_of(scope, window_of(map));
}

MeasureQuestion measure_question(const JourneyMap& map, const WorkspaceSettings& settings, const Scope& scope) {
  MeasureQuestion question;
  question.scope = scope;
  if (!question.scope.inactivity) question.scope.inactivity = inactivity_of(map, settings);
  for (const auto& stage : map.stages) question.stages.push_back(measured_stage(stage));
  question.goal = map.goal;
  question.window = window_of(map);
  question.currency = settings.currency;
  if (!map.stages.empty()) question.leads_to = map.stages.back().leads_to;
  return question;
}

}  // namespace parcours
