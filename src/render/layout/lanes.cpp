#include "render/layout/lane.h"
#include "render/render.h"

namespace parcours {

const std::vector<Lane>& lanes() {
  static const std::vector<Lane> all = {
      {"how", "render.lane.how", "render.lane.how.note", how_lane},
      {"buyer", "render.lane.buyer", "render.lane.buyer.note", buyer_lane},
      {"touchpoints", "render.lane.touchpoints", "render.lane.touchpoints.note", touchpoints_lane},
      {"images", "render.lane.images", "", images_lane},
      {"river", "render.lane.river", "render.lane.river.note", river_lane},
      {"moves", "render.lane.moves", "render.lane.moves.note", moves_lane},
      {"emotion", "render.lane.emotion", "", emotion_lane},
      {"does", "render.lane.does", "", does_lane},
      {"wants", "render.lane.wants", "", wants_lane},
      {"asks", "render.lane.asks", "", asks_lane},
      {"says", "render.lane.says", "", says_lane},
      {"frictions", "render.lane.frictions", "render.lane.frictions.note", frictions_lane},
      {"actions", "render.lane.actions", "render.lane.actions.note", actions_lane},
      {"views", "render.lane.views", "render.lane.views.note", views_lane},
      {"backstage", "render.lane.backstage", "render.lane.backstage.note", backstage_lane},
  };
  return all;
}

std::vector<std::string> lane_codes() {
  std::vector<std::string> codes;
  for (const auto& lane : lanes()) codes.emplace_back(lane.code);
  codes.emplace_back("legend");
  for (std::size_t i = codes.size(), known = 0; known < i; ++known) codes.push_back("no-" + codes[known]);
  return codes;
}

}  // namespace parcours
