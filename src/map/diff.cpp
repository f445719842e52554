#include "map/diff.h"

#include <algorithm>
#include <array>

#include "map/diff_words.h"
#include "map/differ.h"

namespace parcours {
namespace {

using diff_words::words;

std::vector<Located> touchpoints_of(const JourneyMap& map) {
  std::vector<Located> out;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) out.push_back({&stage, &touchpoint});
  return out;
}

// Ids that stand in another order though both lists have them: those outside a longest common run.
template <class T>
std::vector<std::string> moved_ids(const std::vector<T>& before, const std::vector<T>& after) {
  const auto has = [](const std::vector<T>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const T& t) { return t.id == id; });
  };
  std::vector<std::string> a, b;
  for (const auto& t : before)
    if (has(after, t.id)) a.push_back(t.id);
  for (const auto& t : after)
    if (has(before, t.id)) b.push_back(t.id);
  if (a == b || a.size() * b.size() > 1'000'000) return {};
  std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;) length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
  std::vector<std::string> moved;
  for (std::size_t i = 0, j = 0; j < b.size();) {
    if (i < a.size() && a[i] == b[j]) ++i, ++j;
    else if (i < a.size() && length[i + 1][j] >= length[i][j + 1]) ++i;
    else moved.push_back(b[j++]);
  }
  return moved;
}

void compare_stages(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  for (const auto& stage : a.stages)
    if (!b.stage(stage.id))
      d.add(Change::Kind::removed, path_of(stage), msg("map.diff.stage_removed", {{"id", stage.id}, {"name", words(stage.name)}}));
  const auto moved = moved_ids(a.stages, b.stages);
  for (std::size_t i = 0; i < b.stages.size(); ++i) {
    const Stage& stage = b.stages[i];
    const Stage* old = a.stage(stage.id);
    if (!old) d.add(Change::Kind::added, path_of(stage), msg("map.diff.stage_added", {{"id", stage.id}, {"name", words(stage.name)}}));
    else if (std::find(moved.begin(), moved.end(), stage.id) != moved.end()) {
      if (i == 0) d.add(Change::Kind::moved, path_of(stage), msg("map.diff.stage_first", {{"id", stage.id}}));
      else d.add(Change::Kind::moved, path_of(stage), msg("map.diff.stage_moved", {{"id", stage.id}, {"after", b.stages[i - 1].id}}));
    }
    if (old) compare_stage(d, *old, stage);
  }
}

void compare_touchpoints(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  for (const auto& at : touchpoints_of(a))
    if (!b.touchpoint(at.touchpoint->id))
      d.add(Change::Kind::removed, path_of(at), msg("map.diff.touchpoint_removed", {{"id", at.touchpoint->id}, {"stage", words(at.stage->name)}}));
  for (const auto& at : touchpoints_of(b)) {
    const std::string& id = at.touchpoint->id;
    const Touchpoint* old = a.touchpoint(id);
    if (!old) {
      d.add(Change::Kind::added, path_of(at), msg("map.diff.touchpoint_added", {{"id", id}, {"stage", words(at.stage->name)}}));
      continue;
    }
    const Stage& from = *a.stage_of(id);
    if (from.id != at.stage->id) {
      d.add(Change::Kind::moved, path_of(at),
            msg("map.diff.touchpoint_moved", {{"id", id}, {"from", words(from.name)}, {"to", words(at.stage->name)}}));
    } else if (const auto moved = moved_ids(from.touchpoints, at.stage->touchpoints); std::find(moved.begin(), moved.end(), id) != moved.end()) {
      d.add(Change::Kind::moved, path_of(at), msg("map.diff.touchpoint_reordered", {{"id", id}, {"stage", words(at.stage->name)}}));
    }
    compare_touchpoint(d, at, *old, *at.touchpoint);
  }
}

void compare_actions(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto of = [](const JourneyMap& map, const std::string& id) -> const Action* {
    for (const auto& action : map.actions)
      if (action.id == id) return &action;
    return nullptr;
  };
  for (const auto& action : a.actions)
    if (!of(b, action.id))
      d.add(Change::Kind::removed, "actions/" + action.id, msg("map.diff.action_removed", {{"id", action.id}, {"text", words(action.text)}}));
  for (const auto& action : b.actions) {
    const Action* old = of(a, action.id);
    if (old) compare_action(d, *old, action);
    else d.add(Change::Kind::added, "actions/" + action.id, msg("map.diff.action_added", {{"id", action.id}, {"text", words(action.text)}}));
  }
}

}  // namespace

std::vector<Change> diff(const JourneyMap& older, const JourneyMap& newer) {
  Differ d;
  compare_head(d, older, newer);
  compare_stages(d, older, newer);
  compare_touchpoints(d, older, newer);
  compare_actions(d, older, newer);
  compare_views(d, older, newer);
  compare_ignores(d, older, newer);
  return std::move(d.changes);
}

std::string_view code_of(Change::Kind kind) {
  static constexpr std::array<std::string_view, 4> kCodes = {"added", "removed", "moved", "changed"};
  return kCodes[static_cast<std::size_t>(kind)];
}

}  // namespace parcours
