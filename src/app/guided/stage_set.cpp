#include "app/guided/stage_set.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>

#include "app/templates.h"
#include "map/map_file.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 7> kObjectives = {"inspire", "inform", "reassure", "convert", "serve", "retain", "recommend"};

std::string objective_of(const Stage& stage) {
  if (std::find(kObjectives.begin(), kObjectives.end(), stage.objective) != kObjectives.end()) return stage.objective;
  return stage.phase == Phase::before ? "inform" : stage.phase == Phase::during ? "convert" : "serve";
}

SetStage set_stage(const Stage& stage) {
  SetStage out{stage.id, stage.name, stage.phase, objective_of(stage), stage.importance.value_or(3), {}, &stage};
  for (const auto& touchpoint : stage.touchpoints) out.channels.push_back(touchpoint.channel);
  return out;
}

// Templates never end: the stages point into them.
const JourneyMap& kept(JourneyMap map) {
  static std::vector<std::unique_ptr<const JourneyMap>> maps;
  return *maps.emplace_back(std::make_unique<const JourneyMap>(std::move(map)));
}

std::vector<StageSet> read_sets() {
  std::vector<StageSet> sets;
  for (const auto& info : all_templates()) {
    if (info.group != TemplateGroup::stages) continue;
    for (const auto& file : template_files()) {
      if (!file.path.starts_with(info.name + "/maps/")) continue;
      const JourneyMap& map = kept(parse_map(std::string(file.path), std::string(file.content)).value);
      StageSet set{info.name, map.title, {}, map.stages.back().leads_to};
      for (const auto& stage : map.stages) set.stages.push_back(set_stage(stage));
      sets.push_back(std::move(set));
    }
  }
  return sets;
}

}  // namespace

const std::vector<StageSet>& stage_sets() {
  static const std::vector<StageSet> kSets = read_sets();
  return kSets;
}

const StageSet& stage_set(std::string_view name) {
  const auto& sets = stage_sets();
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const StageSet& set) { return set.name == name; });
  assert(found != sets.end());
  return *found;
}

}  // namespace parcours
