#include "map/journey_map.h"

#include <array>

namespace parcours {

const Stage* JourneyMap::stage(std::string_view wanted) const {
  for (const auto& s : stages)
    if (s.id == wanted) return &s;
  return nullptr;
}

const Touchpoint* JourneyMap::touchpoint(std::string_view wanted) const {
  for (const auto& s : stages)
    for (const auto& t : s.touchpoints)
      if (t.id == wanted) return &t;
  return nullptr;
}

const Stage* JourneyMap::stage_of(std::string_view touchpoint_id) const {
  for (const auto& s : stages)
    for (const auto& t : s.touchpoints)
      if (t.id == touchpoint_id) return &s;
  return nullptr;
}

const Friction* JourneyMap::friction(std::string_view wanted) const {
  for (const auto& s : stages)
    for (const auto& t : s.touchpoints)
      for (const auto& f : t.frictions)
        if (f.id == wanted) return &f;
  return nullptr;
}

const Action* JourneyMap::action(std::string_view wanted) const {
  for (const auto& a : actions)
    if (a.id == wanted) return &a;
  return nullptr;
}

namespace {

template <class E, std::size_t N>
std::string_view code_in(const std::array<std::string_view, N>& codes, E value) {
  return codes[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view code_of(MapState value) { return code_in(std::array<std::string_view, 2>{"current", "target"}, value); }
std::string_view code_of(Phase value) { return code_in(std::array<std::string_view, 3>{"before", "during", "after"}, value); }
std::string_view code_of(ChannelsAre value) { return code_in(std::array<std::string_view, 4>{"", "multi", "cross", "omni"}, value); }
std::string_view code_of(Initiator value) { return code_in(std::array<std::string_view, 3>{"", "customer", "company"}, value); }
std::string_view code_of(ServedBy value) { return code_in(std::array<std::string_view, 4>{"", "person", "self", "machine"}, value); }
std::string_view code_of(ActionStatus value) { return code_in(std::array<std::string_view, 4>{"todo", "doing", "done", "dropped"}, value); }
std::string_view code_of(Ring value) { return code_in(std::array<std::string_view, 4>{"customer", "front", "backstage", "outside"}, value); }

}  // namespace parcours
