#include "overlay/lived_by.h"

#include <algorithm>

namespace parcours {
namespace {

void keep_own(std::vector<Emotion>& emotions, std::string_view persona) {
  const auto own = std::find_if(emotions.begin(), emotions.end(), [&](const Emotion& one) { return one.persona == persona; });
  if (own != emotions.end()) emotions = {Emotion(*own)};
  else std::erase_if(emotions, [](const Emotion& one) { return !one.persona.empty(); });
}

// Words or frictions.
template <class T>
void keep_own(std::vector<T>& all, std::string_view persona) {
  std::erase_if(all, [&](const T& one) { return !one.by.empty() && one.by != persona; });
}

JourneyMap map_of(const JourneyMap& all, std::string_view persona) {
  JourneyMap map = all;
  map.personas = {std::string(persona)};
  for (Stage& stage : map.stages) {
    keep_own(stage.emotions, persona);
    for (Touchpoint& touchpoint : stage.touchpoints) {
      keep_own(touchpoint.emotions, persona);
      keep_own(touchpoint.frictions, persona);
      for (auto* words : {&touchpoint.does, &touchpoint.wants, &touchpoint.asks, &touchpoint.says}) keep_own(*words, persona);
    }
  }
  std::erase_if(map.actions, [&](const Action& action) { return all.friction(action.for_friction) && !map.friction(action.for_friction); });
  return map;
}

}  // namespace

MeasuredMap as_lived_by(const MeasuredMap& all, std::string_view persona) {
  std::vector<Persona> personas;
  std::copy_if(all.personas.begin(), all.personas.end(), std::back_inserter(personas), [&](const Persona& one) { return one.id == persona; });
  MeasuredMap out = measured_map(map_of(all.map, persona), std::move(personas), all.settings, all.figures, all.scope, all.by);
  out.list = all.list, out.against = all.against;
  out.lived_by = persona;
  return out;
}

}  // namespace parcours
