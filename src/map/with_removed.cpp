#include "map/with_removed.h"

#include <algorithm>

namespace parcours {
namespace {

template <class T>
auto with_id(std::vector<T>& all, const std::string& id) {
  return std::find_if(all.begin(), all.end(), [&](const T& t) { return t.id == id; });
}

// Puts bare(old) into `newer` for each old element that is gone.
template <class T, class IsGone, class Bare>
void put_back(std::vector<T>& newer, const std::vector<T>& older, IsGone is_gone, Bare bare) {
  for (std::size_t i = 0; i < older.size(); ++i) {
    if (!is_gone(older[i])) continue;
    auto at = newer.begin();
    for (std::size_t before = i; before-- > 0;)
      if (const auto found = with_id(newer, older[before].id); found != newer.end()) {
        at = found + 1;
        break;
      }
    newer.insert(at, bare(older[i]));
  }
}

Stage bare_stage(const Stage& stage) {
  Stage out;
  out.id = stage.id, out.name = stage.name, out.phase = stage.phase;
  return out;
}

Touchpoint bare_touchpoint(const Touchpoint& touchpoint) {
  Touchpoint out;
  out.id = touchpoint.id, out.name = touchpoint.name, out.channel = touchpoint.channel, out.starts = touchpoint.starts;
  return out;
}

Friction bare_friction(const Friction& friction) {
  Friction out;
  out.id = friction.id, out.text = friction.text, out.evidence = friction.evidence;
  return out;
}

}  // namespace

JourneyMap with_removed(JourneyMap newer, const JourneyMap& older) {
  const JourneyMap wanted = newer;  // what is there, whatever is put back
  put_back(
      newer.stages, older.stages, [&](const Stage& stage) { return !wanted.stage(stage.id); }, bare_stage);
  for (Stage& stage : newer.stages) {
    const Stage* old = older.stage(stage.id);
    if (!old) continue;
    put_back(
        stage.touchpoints, old->touchpoints, [&](const Touchpoint& touchpoint) { return !wanted.touchpoint(touchpoint.id); }, bare_touchpoint);
    for (Touchpoint& touchpoint : stage.touchpoints) {
      const Touchpoint* before = wanted.touchpoint(touchpoint.id) ? older.touchpoint(touchpoint.id) : nullptr;
      if (!before) continue;
      put_back(
          touchpoint.frictions, before->frictions, [&](const Friction& friction) { return !wanted.friction(friction.id); }, bare_friction);
    }
  }
  put_back(
      newer.actions, older.actions, [&](const Action& action) { return !wanted.action(action.id); },
      [](const Action& action) { return Action{.id = action.id, .for_friction = action.for_friction, .text = action.text}; });
  return newer;
}

JourneyMap in_one_language(JourneyMap map, Lang lang) {
  const auto one = [lang](LocalText& text) { text = {text.in(lang), {}, {}}; };
  const auto all = [&](std::vector<CustomerWords>& texts) { std::for_each(texts.begin(), texts.end(), one); };
  const auto own = [&](std::vector<LaneTexts>& lanes) {
    for (LaneTexts& lane : lanes) std::for_each(lane.texts.begin(), lane.texts.end(), one);
  };
  one(map.title), one(map.offer);
  for (OwnLane& lane : map.lanes) one(lane.name), one(lane.note);
  for (Stage& stage : map.stages) {
    one(stage.name), one(stage.how), own(stage.lanes);
    for (Content& content : stage.contents) one(content.text);
    for (BuyerStep& step : stage.buyer) one(step.text);
    for (Touchpoint& touchpoint : stage.touchpoints) {
      one(touchpoint.name), one(touchpoint.why), one(touchpoint.backstage.text), own(touchpoint.lanes);
      all(touchpoint.does), all(touchpoint.wants), all(touchpoint.asks), all(touchpoint.says);
      if (touchpoint.moment_of_truth) one(touchpoint.moment_of_truth->promise);
      for (Friction& friction : touchpoint.frictions) one(friction.text);
    }
  }
  for (Action& action : map.actions) one(action.text);
  for (TeamView& view : map.views) one(view.note);
  for (Ignore& ignore : map.ignores) one(ignore.why);
  return map;
}

}  // namespace parcours
