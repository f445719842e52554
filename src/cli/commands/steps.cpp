#include "cli/commands/steps.h"

#include "base/suggest.h"
#include "cli/commands/measured.h"
#include "overlay/measured_map.h"
#include "questions/parse_step.h"

namespace parcours {

Result<StepNames> StepNames::of(Session& session, const Workspace& workspace, const std::optional<std::string>& map_name) {
  StepNames names;
  if (!map_name) return names;
  PARCOURS_TRY(auto map, usable_map(session, workspace, *map_name));
  names.window_ = window_of(map.value);
  names.map_ = std::move(map.value);
  return names;
}

Result<Step> StepNames::step(const std::string& text) const {
  if (!map_) return parse_step(text);
  PARCOURS_TRY(const auto names, parse_step_names(text));
  Step step{text, {}};
  for (const auto& name : names) {
    const auto* touchpoint = map_->touchpoint(name.name);
    if (!touchpoint) {
      std::vector<std::string> ids;
      for (const auto& stage : map_->stages)
        for (const auto& known : stage.touchpoints) ids.push_back(known.id);
      const auto meant = nearest(name.name, ids);
      return complaint_at(text, name, msg("cli.no_touchpoint", {{"id", name.name}, {"map", map_->id}}),
                          meant ? std::optional(msg("cli.did_you_mean", {{"name", *meant}})) : std::nullopt);
    }
    if (touchpoint->match.empty()) return complaint_at(text, name, msg("cli.touchpoint_without_rule", {{"id", name.name}}));
    const Rule rule = narrowed(touchpoint->match, name.where);
    step.rule.any.insert(step.rule.any.end(), rule.any.begin(), rule.any.end());
  }
  return step;
}

std::vector<Step> StepNames::touchpoints() const {
  std::vector<Step> steps;
  for (const auto& stage : map_->stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (!touchpoint.match.empty()) steps.push_back({touchpoint.id, touchpoint.match});
  return steps;
}

std::optional<TimeMs> StepNames::window() const { return window_; }

Result<NodesAre> nodes_value(const std::optional<std::string>& text, const StepNames& names) {
  if (!text) return names.with_map() ? NodesAre::steps : NodesAre::event;
  if (*text == "event") return NodesAre::event;
  if (*text == "channel") return NodesAre::channel;
  if (*text == "source") return NodesAre::source;
  if (*text == "touchpoint" && names.with_map()) return NodesAre::steps;
  return misuse(msg("cli.bad_option_value", {{"option", "--nodes"}, {"text", *text}}), msg("cli.nodes_hint"));
}

}  // namespace parcours
