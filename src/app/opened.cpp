#include "app/opened.h"

namespace parcours {

std::map<std::string, OpenedMap> opened_maps(const Workspace& workspace, const JourneyMap& map) {
  std::map<std::string, OpenedMap> out;
  const auto take = [&](const std::string& id) {
    if (id.empty() || out.contains(id)) return;
    if (const auto opened = workspace.map(id); opened.ok()) out[id] = {opened->value.title};
  };
  for (const Stage& stage : map.stages) {
    take(stage.opens);
    for (const Touchpoint& touchpoint : stage.touchpoints) take(touchpoint.opens);
  }
  return out;
}

}  // namespace parcours
