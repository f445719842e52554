// Files of events over HTTP: looked at, imported once, listed, taken back. On disk, as the store is.
#include "server/disk_fixture.h"

namespace parcours {
namespace {

using ImportsTest = DiskServiceTest;

constexpr char kRows[] =
    "who,when,what,amount\nana,2026-10-01 10:00,ad_view,\nana,2026-10-01 10:05,pay,40\nleo,2026-10-02 09:00,ad_view,\nleo,not a day,pay,1\n";

TEST_F(ImportsTest, AFileIsLookedAtWithoutBeingKept) {
  const Json look = json(ask("POST", "/api/look?name=sales.csv", kRows));
  ASSERT_EQ(look["columns"].size(), 4u) << look.dump(2);
  EXPECT_EQ(look["columns"][0]["role"], "customer");
  EXPECT_EQ(look["columns"][1]["role"], "time");
  EXPECT_EQ(look["columns"][2]["role"], "event");
  EXPECT_EQ(look["rows"][1][3], "40");
  EXPECT_FALSE(look["said"].empty());
  EXPECT_TRUE(json(ask("GET", "/api/imports"))["imports"].empty());
}

TEST_F(ImportsTest, AFileIsImportedOnceAndCanBeTakenBack) {
  const Json done = json(ask("POST", "/api/imports?name=..%2Fsales.csv", kRows));
  EXPECT_EQ(done["imported"], 3) << done.dump(2);
  EXPECT_EQ(done["rejected"], 1);
  EXPECT_EQ(done["rejects"][0]["line"], 5);
  EXPECT_EQ(json(ask("POST", "/api/imports?name=sales.csv", kRows))["imported"], 0);
  const Json listed = json(ask("GET", "/api/imports"))["imports"];
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0]["name"], "sales.csv");
  EXPECT_EQ(json(ask("GET", "/api/maps/ring/figures"))["customers"], 2);
  EXPECT_TRUE(json(ask("DELETE", "/api/imports/" + std::to_string(listed[0]["id"].get<int>())))["imports"].empty());
  EXPECT_EQ(json(ask("GET", "/api/maps/ring/figures"))["measured"], false);
}

TEST_F(ImportsTest, WhatIsChosenIsFollowedAndRemembered) {
  const std::string chosen = "/api/look?name=sales.csv&customer=who&time=when&event=&event_name=sale";
  const Json look = json(ask("POST", chosen, kRows));
  EXPECT_EQ(look["event_name"], "sale");
  EXPECT_EQ(look["columns"][2]["role"], "property");
  ASSERT_EQ(ask("POST", "/api/imports" + chosen.substr(9), kRows).status, 200);
  EXPECT_EQ(json(ask("POST", "/api/look?name=more.csv", kRows))["event_name"], "sale");
}

TEST_F(ImportsTest, WhatCannotBeImportedSaysWhy) {
  for (const char* body : {"", "\x7f\x45LF\x01\x02\x03", "only one line"})
    EXPECT_EQ(ask("POST", "/api/imports?name=x.csv", body).status, 422) << body;
  EXPECT_EQ(ask("POST", "/api/look?name=x.csv&customer=nobody", kRows).status, 422);
  EXPECT_EQ(ask("POST", "/api/look?name=x.csv&day_order=year", kRows).status, 400);
  for (const char* id : {"7", "-1", "x", "99999999999999999999"}) EXPECT_EQ(ask("DELETE", "/api/imports/" + std::string(id)).status, 404) << id;
}

}  // namespace
}  // namespace parcours
