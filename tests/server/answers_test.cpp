// What is asked and what is answered, without a socket.
#include "server/service_fixture.h"

namespace parcours {
namespace {

TEST_F(ServiceTest, TheWorkspaceAtAGlance) {
  const Json workspace = json(get("/api/workspace"));
  EXPECT_EQ(workspace["name"], "Bijoux");
  EXPECT_EQ(workspace["has_events"], false);
  ASSERT_EQ(workspace["maps"].size(), 1u);
  EXPECT_EQ(workspace["maps"][0]["id"], "ring");
  EXPECT_EQ(workspace["maps"][0]["touchpoints"], 2);
}

TEST_F(ServiceTest, AMapAsDataWithItsVersion) {
  const Json map = json(get("/api/maps/ring"));
  EXPECT_EQ(map["usable"], true);
  EXPECT_EQ(map["content"]["stages"][1]["touchpoints"][0]["name"], "Paiement");
  EXPECT_EQ(map["text"], kRing);
  EXPECT_TRUE(map["problems"].empty());
}

TEST_F(ServiceTest, ThePictureCarriesTheIdsThatAreClicked) {
  const Response picture = get("/api/maps/ring/picture?lang=en&theme=dark&lanes=touchpoints");
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(picture.type, "image/svg+xml");
  for (const char* id : {"id=\"tp-pay\"", "id=\"stage-look\"", "lang=\"en\""}) EXPECT_NE(picture.body.find(id), std::string::npos) << id;
  for (const char* bad : {"theme=pink", "lanes=nothing", "of=dream", "stage=none"})
    EXPECT_EQ(get("/api/maps/ring/picture?" + std::string(bad)).status, 400) << bad;
  for (const char* of : {"slide", "calendar", "actions", "personas"})
    EXPECT_EQ(get("/api/maps/ring/picture?of=" + std::string(of)).status, 200) << of;
}

TEST_F(ServiceTest, ThePicturesOfAllMaps) {
  for (const char* page : {"portfolio", "overview", "stakeholders", "impact"}) {
    const Response picture = get("/api/several/" + std::string(page) + "?lang=en&theme=dark");
    EXPECT_EQ(picture.status, 200) << page << picture.body.substr(0, 200);
    EXPECT_EQ(picture.type, "image/svg+xml");
    EXPECT_NE(picture.body.find("lang=\"en\""), std::string::npos) << page;
  }
  EXPECT_NE(get("/api/several/overview").body.find("id=\"map-ring\""), std::string::npos);
  for (const char* bad : {"dream", "overview?theme=pink", "persona", "persona?persona=nobody"})
    EXPECT_EQ(get("/api/several/" + std::string(bad)).status, 400) << bad;
}

TEST_F(ServiceTest, FindingsNameTheElementTheyAreAbout) {
  const Json report = json(get("/api/maps/ring/findings?lang=en"));
  bool found = false;
  for (const Json& finding : report["findings"])
    if (finding["code"] == "touchpoint-without-channel") found = finding["path"].get<std::string>().starts_with("stages/buy/touchpoints/pay");
  EXPECT_TRUE(found) << report.dump(2);
  EXPECT_EQ(report["file"], "ring.yaml");
}

TEST_F(ServiceTest, WithoutEventsThereAreNoFigures) { EXPECT_EQ(json(get("/api/maps/ring/figures"))["measured"], false); }

TEST_F(ServiceTest, ABrokenMapSaysWhatIsWrong) {
  ASSERT_TRUE(files.write("w/maps/ring.yaml", "parcours: 1\ntitle: [\n").ok());
  const Json map = json(get("/api/maps/ring"));
  EXPECT_EQ(map["usable"], false);
  EXPECT_EQ(map["problems"][0]["severity"], "error");
  for (const char* part : {"picture", "figures"}) EXPECT_EQ(get("/api/maps/ring/" + std::string(part)).status, 422) << part;
  EXPECT_EQ(get("/api/maps/ring/findings").status, 200);
}

TEST_F(ServiceTest, ChangesAreToldOnce) {
  Told told;
  EXPECT_NE(service.changes(told).find("event: there"), std::string::npos);
  EXPECT_EQ(service.changes(told), "");
  ASSERT_TRUE(files.write("w/maps/ring.yaml", std::string(kRing) + "# more\n").ok());
  service.look_again();
  const std::string news = service.changes(told);
  EXPECT_NE(news.find("event: changed"), std::string::npos);
  EXPECT_NE(news.find("maps/ring.yaml"), std::string::npos);
  EXPECT_EQ(news.find("parcours.yaml"), std::string::npos);
  ASSERT_TRUE(files.remove("w/maps/ring.yaml").ok());
  service.look_again();
  EXPECT_NE(service.changes(told).find("\"maps/ring.yaml\":null"), std::string::npos);
}

TEST_F(ServiceTest, HoweverManyListenTheFilesAreReadOnceALook) {
  std::vector<Told> all(3);
  for (Told& told : all) EXPECT_NE(service.changes(told).find("event: there"), std::string::npos);
  ASSERT_TRUE(files.write("w/maps/ring.yaml", std::string(kRing) + "# more\n").ok());
  for (Told& told : all) EXPECT_EQ(service.changes(told), "") << "nobody has looked";
  service.look_again();
  const std::string news = service.changes(all[0]);
  EXPECT_NE(news.find("maps/ring.yaml"), std::string::npos);
  for (Told* told : {&all[1], &all[2]}) EXPECT_EQ(service.changes(*told), news);
  for (Told& told : all) EXPECT_EQ(service.changes(told), "");
}

TEST_F(ServiceTest, WhatIsEditedHereIsToldWithoutALook) {
  Told told;
  service.changes(told);
  const Json edit = {{"of", version()}, {"edits", {{{"set", "title"}, {"value", "Une bague"}, {"was", "La bague"}}}}};
  ASSERT_EQ(send("POST", "/api/maps/ring/edits", edit).status, 200);
  EXPECT_NE(service.changes(told).find(version()), std::string::npos);
}

TEST_F(ServiceTest, NewSettingsAreTakenAtOnce) {
  ASSERT_EQ(json(get("/api/workspace"))["name"], "Bijoux");
  ASSERT_TRUE(files.write("w/parcours.yaml", "parcours: 1\nname: Joaillerie\n").ok());
  EXPECT_EQ(json(get("/api/workspace"))["name"], "Joaillerie");
}

}  // namespace
}  // namespace parcours
