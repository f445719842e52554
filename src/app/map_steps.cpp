#include "app/map_steps.h"

#include <algorithm>

#include "base/suggest.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

// A place of the map by its id; without a rule when nothing finds it in the data.
std::vector<Step> all_touchpoints(const JourneyMap& map) {
  std::vector<Step> steps;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) steps.push_back({touchpoint.id, touchpoint.match, true});
  return steps;
}

std::vector<Step> all_stages(const JourneyMap& map) {
  std::vector<Step> steps;
  for (const auto& stage : map.stages) {
    Step& step = steps.emplace_back(Step{stage.id, {}, true});
    for (const auto& touchpoint : stage.touchpoints)
      step.rule.any.insert(step.rule.any.end(), touchpoint.match.any.begin(), touchpoint.match.any.end());
  }
  return steps;
}

std::vector<Step> seen(std::vector<Step> steps) {
  std::erase_if(steps, [](const Step& step) { return step.rule.empty(); });
  return steps;
}

// `unknown`: the text that says that the map has no such place.
Result<Step> step_among(const std::vector<Step>& places, const JourneyMap& map, const char* unknown, const std::string& text) {
  PARCOURS_TRY(const auto names, parse_step_names(text));
  Step step{text, {}, true};
  for (const auto& name : names) {
    const auto found = std::find_if(places.begin(), places.end(), [&](const Step& place) { return place.name == name.name; });
    if (found == places.end()) {
      std::vector<std::string> ids;
      for (const auto& place : places) ids.push_back(place.name);
      const auto meant = nearest(name.name, ids);
      return complaint_at(text, name, msg(unknown, {{"id", name.name}, {"map", map.id}}),
                          meant ? std::optional(msg("cli.did_you_mean", {{"name", *meant}})) : std::nullopt);
    }
    if (found->rule.empty()) return complaint_at(text, name, msg("cli.touchpoint_without_rule", {{"id", name.name}}));
    step.typed.insert(step.typed.end(), name.where.begin(), name.where.end());
    const Rule rule = narrowed(found->rule, name.where);
    step.rule.any.insert(step.rule.any.end(), rule.any.begin(), rule.any.end());
  }
  return step;
}

}  // namespace

std::vector<Step> touchpoint_steps(const JourneyMap& map) { return seen(all_touchpoints(map)); }
std::vector<Step> stage_steps(const JourneyMap& map) { return seen(all_stages(map)); }

Result<Step> touchpoint_step(const JourneyMap& map, const std::string& text) {
  return step_among(all_touchpoints(map), map, "cli.no_touchpoint", text);
}
Result<Step> stage_step(const JourneyMap& map, const std::string& text) { return step_among(all_stages(map), map, "cli.no_stage", text); }

}  // namespace parcours
