#include "cli/commands/steps.h"

#include "app/map_steps.h"
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

Result<Step> StepNames::step(const std::string& text) const { return map_ ? touchpoint_step(*map_, text) : parse_step(text); }

std::vector<Step> StepNames::places(std::string_view nodes) const { return nodes == "stage" ? stage_steps(*map_) : touchpoint_steps(*map_); }

std::map<std::string, std::string> StepNames::shown(Lang lang, std::string_view nodes) const {
  std::map<std::string, std::string> names;
  if (!map_) return names;
  for (const Stage& stage : map_->stages) {
    if (nodes == "stage") names[stage.id] = stage.name.in(lang);
    else
      for (const Touchpoint& touchpoint : stage.touchpoints) names[touchpoint.id] = touchpoint.name.in(lang);
  }
  std::map<std::string, int> times;
  for (const auto& [id, name] : names) ++times[name];
  for (auto& [id, name] : names)
    if (times[name] > 1) name += " (" + id + ")";
  return names;
}

std::optional<TimeMs> StepNames::window() const { return window_; }

Result<NodesAre> nodes_value(const std::optional<std::string>& text, const StepNames& names) {
  if (!text) return names.with_map() ? NodesAre::steps : NodesAre::event;
  if (*text == "event") return NodesAre::event;
  if (*text == "channel") return NodesAre::channel;
  if (*text == "source") return NodesAre::source;
  if ((*text == "touchpoint" || *text == "stage") && names.with_map()) return NodesAre::steps;
  return misuse(msg("cli.bad_option_value", {{"option", "--nodes"}, {"text", *text}}), msg("cli.nodes_hint"));
}

}  // namespace parcours
