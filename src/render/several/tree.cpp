#include "render/several/tree.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace parcours {
namespace {

class Growing {
 public:
  explicit Growing(const Portfolio& portfolio) {
    for (const MapStanding& map : portfolio.maps) maps_[map.measured.map.id] = &map;
    for (const UnreadableMap& map : portfolio.unreadable) unreadable_[map.id] = &map;
    for (const auto& [id, map] : maps_)
      for (const Opening& opening : openings_of(map->measured.map))
        if (opening.opens != id) openers_[opening.opens].push_back(id);
  }

  std::vector<MapNode> grow() {
    std::vector<MapNode> roots;
    const auto plant = [&](const std::string& id) {
      if (!seen_.contains(id)) roots.push_back(grown(id, {}));
    };
    for (const auto& [id, map] : maps_)
      if (!openers_.contains(id)) plant(id);
    for (const auto& [id, map] : maps_) plant(id);  // what is left goes round in circles
    for (const auto& [id, map] : unreadable_) plant(id);
    std::stable_partition(roots.begin(), roots.end(), [](const MapNode& node) { return !node.below.empty(); });
    return roots;
  }

 private:
  // REQUIRES: not seen yet
  MapNode grown(const std::string& id, Opening from) {
    seen_.insert(id);
    MapNode node;
    node.id = id, node.from = std::move(from);
    if (const auto known = maps_.find(id); known != maps_.end()) node.map = known->second;
    if (const auto known = unreadable_.find(id); known != unreadable_.end()) node.unreadable = known->second;
    for (const std::string& opener : openers_[id])
      if (opener != parent_ && std::find(node.also_from.begin(), node.also_from.end(), opener) == node.also_from.end())
        node.also_from.push_back(opener);
    if (!node.map) return node;
    for (const Opening& opening : openings_of(node.map->measured.map)) {
      if (seen_.contains(opening.opens)) continue;
      const std::string above = std::exchange(parent_, id);
      node.below.push_back(grown(opening.opens, opening));
      parent_ = above;
    }
    return node;
  }

  std::map<std::string, const MapStanding*> maps_;
  std::map<std::string, const UnreadableMap*> unreadable_;
  std::map<std::string, std::vector<std::string>> openers_;
  std::set<std::string> seen_;
  std::string parent_;  // of the node that is growing
};

}  // namespace

std::vector<Opening> openings_of(const JourneyMap& map) {
  std::vector<Opening> out;
  for (std::size_t i = 0; i < map.stages.size(); ++i) {
    const Stage& stage = map.stages[i];
    if (!stage.opens.empty()) out.push_back({stage.opens, stage.id, {}, i});
    for (const Touchpoint& touchpoint : stage.touchpoints)
      if (!touchpoint.opens.empty()) out.push_back({touchpoint.opens, stage.id, touchpoint.id, i});
  }
  return out;
}

std::vector<MapNode> map_forest(const Portfolio& portfolio) { return Growing(portfolio).grow(); }

}  // namespace parcours
