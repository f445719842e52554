// A map's own lanes beside those every map has.
#include <algorithm>

#include <gtest/gtest.h>

#include "map/map_file.h"
#include "render/render.h"

namespace parcours {
namespace {

std::string map_with_lane(std::string_view id) {
  return "parcours: 1\ntitle: A\nlanes:\n  - {id: " + std::string(id) +
         ", name: Legal}\nstages:\n  - id: s\n    name: S\n    phase: before\n    lanes: {" + std::string(id) + ": Nothing before a signature}\n";
}

TEST(OwnLanes, NoneTakesTheIdOfALaneThatEveryMapHas) {
  for (const std::string& code : lane_codes({})) EXPECT_FALSE(parse_map("maps/a.yaml", map_with_lane(code)).usable()) << code;
  EXPECT_TRUE(parse_map("maps/a.yaml", map_with_lane("legal")).usable());
}

TEST(OwnLanes, AreChosenLikeTheOthersAndStandAboveBackstage) {
  const JourneyMap map = parse_map("maps/a.yaml", map_with_lane("legal")).value;
  const auto codes = lane_codes(map);
  const auto at = std::find(codes.begin(), codes.end(), "legal");
  ASSERT_NE(at, codes.end());
  EXPECT_EQ(*std::next(at), "backstage");
  EXPECT_NE(std::find(codes.begin(), codes.end(), "no-legal"), codes.end());
  EXPECT_EQ(lane_name(map, "legal", Lang::fr), "Legal");
  EXPECT_EQ(lane_name(map, "backstage", Lang::en), "Backstage");
}

}  // namespace
}  // namespace parcours
