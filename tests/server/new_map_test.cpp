// A new map: from a template, the guided start, a file of another tool; and a map as a file to keep.
#include "render/font_files.h"
#include "server/service_fixture.h"

namespace parcours {
namespace {

TEST_F(ServiceTest, TemplatesAreListedAndDrawn) {
  const Json list = json(get("/api/templates?lang=fr"))["templates"];
  ASSERT_GT(list.size(), 10u);
  EXPECT_EQ(list[0]["group"], "start");
  const Response picture = get("/api/templates/shop/picture?lang=en&theme=dark");
  ASSERT_EQ(picture.status, 200) << picture.body.substr(0, 300);
  EXPECT_NE(picture.body.find("id=\"tp-cart\""), std::string::npos);
  EXPECT_EQ(get("/api/templates/shpo/picture").status, 400);
  EXPECT_EQ(get("/api/templates/shop/picture?theme=pink").status, 400);
}

TEST_F(ServiceTest, ATemplateBecomesAMapAndNothingIsWrittenOver) {
  ASSERT_TRUE(files.write("w/personas/claire.yaml", "parcours: 1\nname: Notre Claire\n").ok());
  const Response made = send("POST", "/api/maps?lang=en", {{"template", "shop"}});
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(json(made)["id"], "shop");
  EXPECT_EQ(json(get("/api/maps/shop"))["usable"], true);
  EXPECT_EQ(files.read("w/personas/claire.yaml").value(), "parcours: 1\nname: Notre Claire\n");
  EXPECT_TRUE(files.exists("w/personas/hugo.yaml"));
  const std::string settings = files.read("w/parcours.yaml").value();
  EXPECT_NE(settings.find("name: Bijoux"), std::string::npos) << "the workspace keeps its name";
  EXPECT_NE(settings.find("channels:"), std::string::npos) << "and learns the channels of the map";
  const Response again = send("POST", "/api/maps?lang=en", {{"template", "shop"}, {"structure", true}});
  EXPECT_EQ(json(again)["id"], "shop_2");
  EXPECT_EQ(files.read("w/parcours.yaml").value(), settings) << "channels that are known are not added twice";
  EXPECT_EQ(json(get("/api/workspace"))["maps"].size(), 3u);
}

TEST_F(ServiceTest, WhatIsNoMapMakesNone) {
  for (const Json& body : {Json{{"template", "shpo"}}, Json{{"template", 3}}, Json{{"guided", false}}, Json::array(), Json{{"template", "../shop"}},
                           Json{{"template", "shop"}, {"structure", "yes"}}})
    EXPECT_EQ(send("POST", "/api/maps", body).status, 400) << body.dump();
  EXPECT_EQ(json(get("/api/workspace"))["maps"].size(), 1u);
}

TEST_F(ServiceTest, TheGuidedStartIsAnsweredQuestionByQuestionAndKept) {
  Json asked = json(get("/api/guided?lang=fr"));
  EXPECT_EQ(asked["kept"], false);
  EXPECT_EQ(asked["questions"][0]["id"], "offer");
  asked = json(send("POST", "/api/guided?lang=fr", {{"id", "offer"}, {"typed", "Des alliances"}}));
  EXPECT_EQ(asked["questions"][0]["answer"], "Des alliances");
  // Another session goes on with them.
  Service later("w", {files, clock, inputs}, 8787);
  asked = json(later.handle(request("GET", "/api/guided?lang=fr")));
  EXPECT_EQ(asked["kept"], true);
  EXPECT_EQ(asked["questions"][0]["answer"], "Des alliances");
  asked = json(send("POST", "/api/guided?lang=fr", {{"id", "offer"}, {"typed", nullptr}}));
  EXPECT_FALSE(asked["questions"][0].contains("answer"));
  const Response made = send("POST", "/api/maps?lang=fr", {{"guided", true}});
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(json(get("/api/maps/" + json(made)["id"].get<std::string>()))["usable"], true);
  EXPECT_EQ(json(get("/api/guided"))["kept"], false) << "answers that made a map are done with";
}

TEST_F(ServiceTest, AnAnswerThatWillNotDoIsRefusedInWordsAndNotKept) {
  const Response no = send("POST", "/api/guided?lang=en", {{"id", "offer"}, {"typed", std::string(500, 'x')}});
  EXPECT_EQ(no.status, 422);
  EXPECT_FALSE(json(no)["error"]["message"].get<std::string>().empty());
  EXPECT_EQ(json(get("/api/guided"))["kept"], false);
  EXPECT_EQ(send("POST", "/api/guided", {{"id", "nothing"}, {"typed", "x"}}).status, 404);
  EXPECT_EQ(send("POST", "/api/guided", {{"id", "offer"}, {"typed", 3}}).status, 400);
  ASSERT_TRUE(files.write("w/.parcours/guided.json", "{broken").ok());
  EXPECT_EQ(json(get("/api/guided"))["questions"][0]["id"], "offer") << "what cannot be read begins anew";
}

TEST_F(ServiceTest, AFileOfAnotherToolBecomesAMap) {
  const auto upload = [&](const std::string& name, const std::string& body) {
    Request sent = request("POST", "/api/maps?lang=en&name=" + name);
    sent.fields["content-type"] = "application/octet-stream";
    sent.body = body;
    return service.handle(std::move(sent));
  };
  const Response made = upload("our-day.mmd", "journey\n    title Our day\n    section Morning\n      Wakes up: 3: Ana\n      Leaves: 4: Ana\n");
  ASSERT_EQ(made.status, 201) << made.body;
  const Json map = json(get("/api/maps/" + json(made)["id"].get<std::string>()));
  EXPECT_EQ(map["usable"], true);
  EXPECT_EQ(map["content"]["stages"][0]["touchpoints"].size(), 2u);
  for (const auto& [name, body] :
       std::vector<std::pair<std::string, std::string>>{{"x.mmd", "pie\n"}, {"x.exe", "MZ"}, {"", "a"}, {"..%2F..%2Fx.csv", ""}})
    EXPECT_EQ(upload(name, body).status, 422) << name;
  EXPECT_EQ(json(get("/api/workspace"))["maps"].size(), 2u);
}

TEST_F(ServiceTest, AMapGoesOutInEveryForm) {
  const std::vector<std::pair<std::string, std::string>> forms = {
      {"svg", "<svg"},  {"png", "\x89PNG"}, {"pdf", "%PDF"}, {"html", "<!doctype html>"}, {"mmd", "journey"},
      {"xml", "<?xml"}, {"xlsx", "PK"},     {"pptx", "PK"},  {"csv", "\xEF\xBB\xBF"}};
  for (const auto& [form, begins] : forms) {
    const Response out = get("/api/maps/ring/out/" + form + "?lang=fr&theme=print&width=400");
    ASSERT_EQ(out.status, 200) << form << out.body.substr(0, 200);
    EXPECT_EQ(out.body.substr(0, begins.size()), begins) << form;
    EXPECT_EQ(field_of(out, "Content-Disposition"), "attachment; filename=\"ring-fr." + form + "\"");
  }
  EXPECT_EQ(get("/api/maps/ring/out/ics").status, 400) << "no stage has a date";
  EXPECT_EQ(get("/api/maps/ring/out/exe").status, 404);
  EXPECT_EQ(get("/api/maps/ring/out/png?width=9").status, 400);
  EXPECT_EQ(get("/api/maps/none/out/svg").status, 404);
  const std::string name = field_of(get("/api/maps/ring/out/svg?lang=x%22%0D%0AEvil:%201"), "Content-Disposition");
  EXPECT_EQ(name.find_first_of("\r\n"), std::string::npos) << name;
}

TEST_F(ServiceTest, AFileToKeepIsThePictureThatIsShown) {
  for (const FontFile& file : font_files())
    if (file.part == "latin" && file.style == "400-italic") { ASSERT_TRUE(files.write("w/fonts/Maison-Regular.ttf", std::string(file.bytes)).ok()); }
  ASSERT_TRUE(files.write("w/parcours.yaml", "parcours: 1\nbrand: {font: fonts/Maison-Regular.ttf}\n").ok());
  const Response shown = get("/api/maps/ring/picture?lang=en&theme=dark"), kept = get("/api/maps/ring/out/svg?lang=en&theme=dark");
  ASSERT_EQ(kept.status, 200) << kept.body;
  EXPECT_EQ(kept.body, shown.body);
}

}  // namespace
}  // namespace parcours
