// Who has a hand in the journeys, from two small maps read by hand.
#include "overlay/stakeholders.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

Touchpoint served(const std::string& id, const std::string& team, ServedBy by = ServedBy::unsaid) {
  Touchpoint touchpoint{.id = id};
  touchpoint.backstage.team.plain = team, touchpoint.served_by = by;
  return touchpoint;
}

MapStanding map_of(const std::string& id, std::vector<Stage> stages, std::vector<Action> actions, std::vector<TeamView> views) {
  JourneyMap map;
  map.id = id, map.stages = std::move(stages), map.actions = std::move(actions), map.views = std::move(views);
  Persona ana;
  ana.id = "ana", ana.name.plain = "Ana, 31";
  return standing_of(measured_map(map, {ana}, {}, {}), {}, {2026, 11, 22}, Zone::utc());
}

Portfolio two_maps() {
  Stage before{.id = "before"}, during{.id = "during"};
  before.touchpoints = {served("ad", "Marketing"), served("site", "marketing")};
  during.touchpoints = {served("desk", "Shop", ServedBy::person), served("mail", "Marketing")};
  before.touchpoints[0].frictions.push_back({"f", {"No price"}, {}, {}});
  Portfolio portfolio;
  portfolio.maps.push_back(map_of("one", {before, during},
                                  {Action{.id = "a", .for_friction = "f", .owner = "Léa"}, Action{.id = "b", .owner = "Shop"},
                                   Action{.id = "c", .for_friction = "f", .owner = "Léa", .status = ActionStatus::done}},
                                  {{{"Support", "", ""}, "desk", -1.0, {}}}));
  Stage after{.id = "after"};
  after.touchpoints = {served("parcel", "Carrier")};
  portfolio.maps.push_back(map_of("two", {after}, {}, {}));
  portfolio.settings.stakeholders = {{"carrier_ltd", {"Carrier Ltd"}, {}, Ring::outside, 3, 1, {"carrier"}}};
  return portfolio;
}

std::string shown(const StakeholderView& who) {
  std::string out = who.id + " " + std::string(code_of(who.ring));
  for (const Involvement& at : who.stages)
    out += " " + at.map + "/" + at.stage + ":" + std::to_string(at.serves) + "," + std::to_string(at.views) + "," + std::to_string(at.actions);
  return out + (who.loose_actions ? " +" + std::to_string(who.loose_actions) : "");
}

TEST(Stakeholders, FromWhatTheMapsSay) {
  std::vector<std::string> all;
  for (const StakeholderView& who : stakeholders_of(two_maps())) all.push_back(shown(who));
  const std::vector<std::string> wanted = {
      "ana customer one/before:2,0,0 one/during:2,0,0 two/after:1,0,0",
      "Shop front one/during:1,0,0 +1",
      "Marketing backstage one/before:2,0,0 one/during:1,0,0",
      "Léa backstage one/before:0,0,1",
      "Support backstage one/during:0,1,0",
      "carrier_ltd outside two/after:1,0,0",
  };
  EXPECT_EQ(all, wanted);
}

TEST(Stakeholders, WhatParcoursYamlSaysWins) {
  Portfolio portfolio = two_maps();
  portfolio.settings.stakeholders.push_back({"shop", {}, {"Sells"}, Ring::backstage, 5, {}, {}});
  for (const StakeholderView& who : stakeholders_of(portfolio)) {
    if (who.id != "shop") continue;
    EXPECT_EQ(who.ring, Ring::backstage);
    EXPECT_EQ(who.importance, 5);
    EXPECT_EQ(who.touches(), 1);
    return;
  }
  FAIL() << "the shop is not among them";
}

}  // namespace
}  // namespace parcours
