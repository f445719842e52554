// What changed on the way from an older map to the one that is drawn: marked on the picture, listed below it. docs/formats/picture.md
#pragma once

#include <memory>
#include <set>

#include "map/diff.h"
#include "overlay/measured_map.h"

namespace parcours {

struct MapChanges {
  JourneyMap older;  // in the language of the picture
  std::vector<Change> changes;
  std::vector<EmotionPoint> emotions;  // as the older map's author wrote them
  std::set<std::string> removed;       // ids of what the picture draws though it is gone: "tp-pay"
};

struct ComparedMap {
  MeasuredMap map;  // the newer one, with what is gone at its old place
  std::shared_ptr<const MapChanges> changes;
};

// Between a current and a target map, actions of the older one that the newer one does not name are taken over: they lead there; and what
// only one of the two states speaks of (title, reviews, views of teams, reported figures) is no change. Values as a reader
// of that language sees them; a text changed in the other language alone is no change. REQUIRES: `newer` has no figures
ComparedMap compare_maps(const MeasuredMap& newer, const JourneyMap& older, Lang lang);

}  // namespace parcours
