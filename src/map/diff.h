// What changed between two maps, in the journey's words.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "map/journey_map.h"

namespace parcours {

struct Change {
  enum class Kind { added, removed, moved, changed };
  Kind kind = Kind::changed;
  std::string path;  // in the newer map; of what is removed, in the older
  Message message;   // "touchpoint `pay` moved from Decision to Purchase"

  // Of a value that an element of both maps has or had: its name (map.field.<name>), what it was and what it is, "" for what is not
  // given; of an emotion also whose.
  std::string field = {}, before = {}, after = {}, persona = {};
  LocalText said_before = {}, said_after = {};  // the two values for people, in either language
};

// From the head of the map downwards; stages and touchpoints are told apart by their ids. Empty: they say the same.
std::vector<Change> diff(const JourneyMap& older, const JourneyMap& newer);

std::string_view code_of(Change::Kind kind);  // "added" | "removed" | "moved" | "changed"

}  // namespace parcours
