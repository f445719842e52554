#include "render/layout/lane.h"
#include "render/render.h"

namespace parcours {

namespace {

const std::vector<Lane>& usual_lanes() {
  static const std::vector<Lane> all = {
      {"how", "render.lane.how.note", how_lane},
      {"buyer", "render.lane.buyer.note", buyer_lane},
      {"touchpoints", "render.lane.touchpoints.note", touchpoints_lane},
      {"images", "", images_lane},
      {"river", "render.lane.river.note", river_lane},
      {"moves", "render.lane.moves.note", moves_lane},
      {"emotion", "", emotion_lane},
      {"does", "", does_lane},
      {"wants", "", wants_lane},
      {"asks", "", asks_lane},
      {"says", "", says_lane},
      {"frictions", "render.lane.frictions.note", frictions_lane},
      {"actions", "render.lane.actions.note", actions_lane},
      {"views", "render.lane.views.note", views_lane},
      {"backstage", "render.lane.backstage.note", backstage_lane},
  };
  return all;
}

}  // namespace

std::vector<Lane> lanes_of(const JourneyMap& map) {
  std::vector<Lane> all = usual_lanes();
  std::vector<Lane> own;
  for (const OwnLane& lane : map.lanes) own.push_back({lane.id, "", nullptr, &lane});
  all.insert(all.end() - 1, own.begin(), own.end());  // above what stands behind
  return all;
}

std::string lane_name(const JourneyMap& map, std::string_view code, Lang lang) {
  for (const OwnLane& lane : map.lanes)
    if (lane.id == code) return lane.name.in(lang);
  return text("render.lane." + std::string(code), lang);
}

std::string lane_title(const Frame& frame, const Lane& lane) { return frame.say(lane_name(frame.map.map, lane.code, frame.lang)); }

std::string lane_note(const Frame& frame, const Lane& lane) {
  if (lane.own) return frame.say(lane.own->note);
  return lane.note.empty() ? "" : frame.say(text(lane.note, frame.lang));
}

std::optional<LaneBody> draw_lane(const Frame& frame, const Lane& lane) { return lane.own ? own_lane(frame, *lane.own) : lane.draw(frame); }

std::vector<std::string> lane_codes(const JourneyMap& map) {
  std::vector<std::string> codes;
  for (const auto& lane : lanes_of(map)) codes.emplace_back(lane.code);
  codes.emplace_back("legend");
  for (std::size_t i = codes.size(), known = 0; known < i; ++known) codes.push_back("no-" + codes[known]);
  return codes;
}

}  // namespace parcours
