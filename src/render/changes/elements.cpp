// The changes of a map, gathered by what they change, in the order of the picture.
#include <algorithm>
#include <map>

#include "render/changes/parts.h"

namespace parcours {
namespace {

std::vector<std::string> pieces_of(const std::string& path) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    out.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

struct Address {
  std::string node;
  bool whole = false;  // the element itself came, went or moved: not one of its values
};

Address address_of(const std::string& path) {
  const auto piece = pieces_of(path);
  if (piece.size() < 2) return {};
  if (piece[0] == "actions") return {"action-" + piece[1], piece.size() == 2};
  if (piece[0] == "views" && piece.size() > 2) return {"view-" + piece[1] + "-" + piece[2], false};
  if (piece[0] != "stages") return {};
  if (piece.size() > 5 && piece[4] == "friction") return {"friction-" + piece[5], piece.size() == 6};
  if (piece.size() > 3 && piece[2] == "touchpoints") return {"tp-" + piece[3], piece.size() == 4};
  return {"stage-" + piece[1], piece.size() == 2};
}

class Gathering {
 public:
  explicit Gathering(const Frame& frame) : frame_(frame) { name_all(); }

  std::vector<ChangedElement> gather() {
    for (const Change& change : frame_.options.changes->changes) take(change);
    std::vector<ChangedElement> out;
    for (auto& [place, element] : by_place_) {
      element.number = static_cast<int>(out.size()) + 1;
      out.push_back(std::move(element));
    }
    return out;
  }

 private:
  struct Known {
    std::size_t place = 0;
    std::string name, what;
  };

  void name_one(const std::string& node, const LocalText& name, const std::string& id, std::string what) {
    known_.try_emplace(node, Known{known_.size() + 1, frame_.say(name.empty() ? LocalText{id, {}, {}} : name), std::move(what)});
  }

  // In the order of the map, what is gone included.
  void name_all() {
    const JourneyMap& map = frame_.map.map;
    for (const Stage& stage : map.stages) {
      name_one("stage-" + stage.id, stage.name, stage.id, frame_.say(msg("render.change.of.stage")));
      for (const Touchpoint& touchpoint : stage.touchpoints) {
        name_one("tp-" + touchpoint.id, touchpoint.name, touchpoint.id, frame_.say(msg("render.change.of.touchpoint", {{"stage", stage.name}})));
        for (const Friction& friction : touchpoint.frictions)
          name_one("friction-" + friction.id, friction.text, friction.id,
                   frame_.say(msg("render.change.of.friction", {{"touchpoint", touchpoint.name}})));
      }
    }
    for (const Action& action : map.actions) name_one("action-" + action.id, action.text, action.id, frame_.say(msg("render.change.of.action")));
    for (const JourneyMap* side : {&map, &frame_.options.changes->older})
      for (const TeamView& view : side->views) {
        const Touchpoint* touchpoint = map.touchpoint(view.touchpoint);
        name_one("view-" + team_key(view.team) + "-" + view.touchpoint, touchpoint ? touchpoint->name : LocalText{}, view.touchpoint,
                 frame_.say(msg("render.change.of.view", {{"team", view.team}})));
      }
  }

  void take(const Change& change) {
    const Address address = address_of(change.path);
    const auto known = known_.find(address.node);
    const std::size_t place = known == known_.end() ? 0 : known->second.place;
    const auto [at, is_new] = by_place_.try_emplace(place);
    ChangedElement& element = at->second;
    if (is_new && known != known_.end()) element.node = address.node, element.name = known->second.name, element.what = known->second.what;
    if (is_new && known == known_.end()) element.name = frame_.say(msg("render.change.of.map"));
    if (address.whole) {
      const bool came_and_went = element.kind != Change::Kind::changed && element.kind != change.kind;
      element.kind = came_and_went ? Change::Kind::moved : change.kind;
    }
    if (std::string line = change_line(frame_, change); !line.empty()) element.lines.push_back(std::move(line));
  }

  const Frame& frame_;
  std::map<std::string, Known> known_;
  std::map<std::size_t, ChangedElement> by_place_;  // 0: the map as a whole
};

}  // namespace

std::vector<ChangedElement> changed_elements(const Frame& frame) { return Gathering(frame).gather(); }

}  // namespace parcours
