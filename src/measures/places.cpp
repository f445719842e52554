#include "measures/places.h"

#include <numeric>

namespace parcours {

Places touchpoints_of(const MapShape& shape) {
  Places places;
  places.of.resize(shape.touchpoints());
  std::iota(places.of.begin(), places.of.end(), PlaceId{0});
  places.stage = shape.stage_of;
  for (const PlaceId touchpoint : places.of) places.after.push_back(shape.after(touchpoint));
  return places;
}

Places stages_of(const MapShape& shape) {
  Places places;
  places.of = shape.stage_of;
  places.stage.resize(shape.stages());
  std::iota(places.stage.begin(), places.stage.end(), PlaceId{0});
  places.after = shape.stage_after;
  return places;
}

}  // namespace parcours
