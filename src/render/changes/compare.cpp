#include <algorithm>
#include <array>

#include "map/with_removed.h"
#include "render/changes/parts.h"

namespace parcours {
namespace {

std::set<std::string> gone_from(const JourneyMap& older, const JourneyMap& newer) {
  std::set<std::string> out;
  for (const Stage& stage : older.stages) {
    if (!newer.stage(stage.id)) out.insert("stage-" + stage.id);
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      if (!newer.touchpoint(touchpoint.id)) out.insert("tp-" + touchpoint.id);
      for (const Friction& friction : touchpoint.frictions)
        if (!newer.friction(friction.id)) out.insert("friction-" + friction.id);
    }
  }
  for (const Action& action : older.actions)
    if (!newer.action(action.id)) out.insert("action-" + action.id);
  return out;
}

bool same_emotion(const Emotion* a, const Emotion* b) { return a && b && a->value == b->value; }

// What is planned on a current map leads to the target: it is part of both, and nobody has to copy it.
void take_over_actions(const JourneyMap& from, JourneyMap& to) {
  for (const Action& action : from.actions)
    if (!to.action(action.id)) to.actions.push_back(action);
}

// What a current map says of today alone, and a target has no reason to repeat: its own title, reviews, what teams see, reported figures,
// and what an emotion that stays as it is rests on.
bool is_of_one_state(const Change& change, const JourneyMap& older, const JourneyMap& newer) {
  constexpr std::array<std::string_view, 6> kOfOneState = {"title", "state", "reviewed", "ignore", "view", "figures"};
  if (change.field == "emotion") return same_emotion(emotion_of(older, change), emotion_of(newer, change));
  return std::find(kOfOneState.begin(), kOfOneState.end(), change.field) != kOfOneState.end();
}

}  // namespace

ComparedMap compare_maps(const MeasuredMap& newer, const JourneyMap& older, Lang lang) {
  MapChanges changes;
  changes.older = in_one_language(older, lang);
  JourneyMap now = in_one_language(newer.map, lang);
  const bool to_target = now.state != older.state;
  if (to_target) take_over_actions(changes.older, now);
  changes.changes = diff(changes.older, now);
  if (to_target) std::erase_if(changes.changes, [&](const Change& change) { return is_of_one_state(change, changes.older, now); });
  changes.emotions = measured_map(changes.older, newer.personas, newer.settings, std::nullopt).emotions;
  changes.removed = gone_from(changes.older, now);
  ComparedMap out{newer, nullptr};
  out.map.map = with_removed(now, changes.older);
  out.changes = std::make_shared<const MapChanges>(std::move(changes));
  return out;
}

}  // namespace parcours
