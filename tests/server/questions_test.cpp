// The analyst's questions over HTTP, on eight events of five customers whose answers are counted by hand.
#include "server/disk_fixture.h"

namespace parcours {
namespace {

// As of 20 June; the map's inactivity is 60 days (twice the window of 30), so zoe and tom may still go on and the others may not.
constexpr char kEight[] =
    "who,when,what,channel,platform\n"
    "ana,2026-01-05 10:00,ad_view,instagram,mobile\nana,2026-01-05 10:30,pay,site,mobile\n"
    "leo,2026-01-06 09:00,ad_view,instagram,mobile\n"
    "mia,2026-01-07 09:00,ad_view,instagram,desktop\nmia,2026-01-07 09:10,ad_view,instagram,desktop\nmia,2026-01-08 09:10,pay,site,desktop\n"
    "zoe,2026-06-10 12:00,pay,site,desktop\n"
    "tom,2026-06-20 12:00,ad_view,instagram,mobile\n";

class QuestionsTest : public DiskServiceTest {
 protected:
  QuestionsTest() { EXPECT_EQ(json(DiskServiceTest::ask("POST", "/api/imports?name=eight.csv", kEight))["imported"], 8); }

  Response post(const std::string& what, const Json& body) {
    return DiskServiceTest::ask("POST", "/api/maps/ring/" + what + "?lang=en", body.dump(), "application/json");
  }
  Json answer(const Json& body) {
    const Response response = post("ask", body);
    EXPECT_EQ(response.status, 200) << response.body;
    return json(response);
  }
  std::vector<std::string> customers(const Json& body) {
    const Response response = post("customers", body);
    EXPECT_EQ(response.status, 200) << response.body;
    const Json listed = json(response);
    std::vector<std::string> names;
    for (const Json& one : listed["customers"]) names.push_back(one["customer"]);
    EXPECT_EQ(listed["total"], names.size());
    return names;
  }
};

using Names = std::vector<std::string>;

TEST_F(QuestionsTest, WhatFlowsInFlowsOutOrEndsOrIsOpen) {
  const Json flow = answer({{"question", "flow"}})["answer"];
  ASSERT_EQ(flow["edges"].size(), 2u) << flow.dump(2);
  EXPECT_EQ(flow["edges"][0]["from"], "post");
  EXPECT_EQ(flow["edges"][0]["to"], "pay");
  EXPECT_EQ(flow["edges"][0]["moves"], 2);         // ana, mia
  EXPECT_EQ(flow["edges"][0]["median_s"], 44100);  // half an hour and a day: their mean
  EXPECT_EQ(flow["edges"][1]["to"], "post");       // mia looks twice
  EXPECT_EQ(flow["starts"], Json::parse(R"([{"at": "post", "count": 4}, {"at": "pay", "count": 1}])"));
  EXPECT_EQ(flow["ends"], Json::parse(R"([{"at": "pay", "count": 3, "open": 1}, {"at": "post", "count": 2, "open": 1}])"));
  const Json stages = answer({{"question", "flow"}, {"nodes", "stage"}, {"collapse", true}})["answer"];
  ASSERT_EQ(stages["edges"].size(), 1u);
  EXPECT_EQ(stages["edges"][0]["from"], "look");
  EXPECT_EQ(stages["edges"][0]["to"], "buy");
}

TEST_F(QuestionsTest, PathsWithTheirSharesAndHowManyMayGoOn) {
  const Json variants = answer({{"question", "variants"}})["answer"];
  EXPECT_EQ(variants["total"], 4);
  EXPECT_EQ(variants["variants"][0]["path"], Json::parse(R"(["post"])"));  // leo, tom
  EXPECT_EQ(variants["variants"][0]["count"], 2);
  EXPECT_EQ(variants["variants"][0]["open"], 1);
  EXPECT_EQ(variants["variants"][0]["share"]["value"], 0.4);
  const Json merged = answer({{"question", "variants"}, {"collapse", true}})["answer"];
  EXPECT_EQ(merged["total"], 3);
  const Json first = answer({{"question", "variants"}, {"longest", 1}})["answer"];
  EXPECT_EQ(first["variants"][0]["count"], 4);
  EXPECT_EQ(first["variants"][1]["path"], Json::parse(R"(["pay"])"));
  EXPECT_NE(first["definition"].get<std::string>().find("first 1 names"), std::string::npos);
}

TEST_F(QuestionsTest, AFunnelWithTheOpenOnesAndAComparison) {
  const Json whole = answer({{"question", "funnel"}, {"steps", {"post", "pay"}}})["answer"];
  EXPECT_EQ(whole["steps"][0]["count"], 4);
  EXPECT_EQ(whole["steps"][0]["open"], 1);  // tom: his 30 days are not over
  EXPECT_EQ(whole["steps"][1]["count"], 2);
  const Json asked = {
      {"question", "funnel"}, {"steps", {"post", "pay"}}, {"where", {"platform=mobile"}}, {"against", {{"where", {"platform=desktop"}}}}};
  const Json both = answer(asked);
  EXPECT_EQ(both["answer"]["steps"][0]["count"], 3);
  EXPECT_EQ(both["against"]["steps"][0]["count"], 1);
  ASSERT_EQ(both["compared"].size(), 1u);
  EXPECT_EQ(both["compared"][0]["at"], "pay");
  EXPECT_EQ(both["compared"][0]["here"]["n"], 3);
  EXPECT_EQ(both["compared"][0]["there"]["value"], 1);
  EXPECT_EQ(both["compared"][0]["surely"], false);
  EXPECT_EQ(answer({{"question", "funnel"}, {"steps", {"look"}}, {"nodes", "stage"}})["answer"]["steps"][0]["count"], 4);
}

TEST_F(QuestionsTest, ChannelsAndCohorts) {
  const Json channels = answer({{"question", "channels"}})["answer"];
  EXPECT_EQ(channels["on_two_or_more"]["count"], 2);  // ana, mia
  EXPECT_EQ(channels["on_two_or_more"]["n"], 5);
  const Json retention = answer({{"question", "retention"}, {"every", "month"}})["answer"];
  ASSERT_EQ(retention["cohorts"].size(), 2u) << retention.dump(2);
  EXPECT_EQ(retention["cohorts"][0]["start"], "2026-01-01");
  EXPECT_EQ(retention["cohorts"][0]["size"], 3);
  EXPECT_EQ(retention["cohorts"][0]["cells"][1]["active_share"]["value"], 0);
}

TEST_F(QuestionsTest, TheSameAsTheProgramPrints) {
  const Json asked = answer({{"question", "flow"}, {"since", "2026-01-06"}, {"until", "2026-01-06"}})["answer"];
  EXPECT_EQ(asked["events"], 1);
  EXPECT_EQ(asked["asked"]["scope"]["until"], "2026-01-07T00:00:00Z");  // its whole day
}

TEST_F(QuestionsTest, TheCustomersBehindAFigure) {
  const Json funnel = {{"question", "funnel"}, {"steps", {"post", "pay"}}};
  EXPECT_EQ(customers({{"ask", funnel}, {"step", 1}}), (Names{"leo", "tom"}));
  EXPECT_EQ(customers({{"ask", funnel}, {"step", 2}}), (Names{"ana", "mia"}));
  EXPECT_EQ(customers({{"ask", {{"question", "retention"}, {"every", "month"}}}, {"day", "2026-01-20"}, {"who", "lapsed"}}),
            (Names{"ana", "leo", "mia"}));
  EXPECT_EQ(customers({{"ask", {{"question", "measure"}}}, {"touchpoint", "post"}, {"who", "lost"}}), (Names{"leo"}));
  EXPECT_EQ(customers({{"ask", {{"question", "measure"}}}, {"touchpoint", "post"}, {"who", "open"}}), (Names{"tom"}));
  for (const char* bad : {R"({})", R"([])", R"({"ask": {"question": "flow"}})", R"({"ask": {"question": "funnel", "steps": ["post"]}, "step": 2})",
                          R"({"ask": {"question": "retention"}, "day": "then", "who": "all"})",
                          R"({"ask": {"question": "measure"}, "touchpoint": "x", "who": "lost"})"})
    EXPECT_EQ(post("customers", Json::parse(bad)).status, 400) << bad;
}

TEST_F(QuestionsTest, OneCustomerWithThePlacesOfHisEvents) {
  const Json mia = json(DiskServiceTest::ask("GET", "/api/maps/ring/customer?id=mia"));
  ASSERT_EQ(mia["events"].size(), 3u) << mia.dump(2);
  EXPECT_EQ(mia["events"][1]["touchpoints"], Json::parse(R"(["post"])"));
  EXPECT_EQ(mia["events"][2]["touchpoints"], Json::parse(R"(["pay"])"));
  EXPECT_EQ(mia["events"][2]["journey"], 1);
  EXPECT_EQ(mia["events"][0]["properties"]["platform"], "desktop");
  for (const char* id : {"", "nobody", "%3Cscript%3E"})
    EXPECT_EQ(DiskServiceTest::ask("GET", "/api/maps/ring/customer?id=" + std::string(id)).status, 404) << id;
}

TEST_F(QuestionsTest, WhatOneMayNarrowBy) {
  const Json segments = json(DiskServiceTest::ask("GET", "/api/maps/ring/segments"));
  ASSERT_EQ(segments["fields"].size(), 2u) << segments.dump(2);  // channel, platform; there is no source
  EXPECT_EQ(segments["fields"][0]["values"][0], Json::parse(R"({"value": "instagram", "events": 5, "where": "channel=instagram"})"));
  EXPECT_EQ(segments["fields"][1]["values"][0]["where"], "platform=desktop");  // four each: by name
}

TEST_F(QuestionsTest, WhatWillNotDoIsNamed) {
  for (const char* bad : {R"({})",
                          R"([])",
                          R"("flow")",
                          R"({"question": "why"})",
                          R"({"question": "measure"})",
                          R"({"question": "flow", "colour": "red"})",
                          R"({"question": "flow", "per": "visit"})",
                          R"({"question": "flow", "collapse": "yes"})",
                          R"({"question": "flow", "nodes": 3})",
                          R"({"question": "flow", "since": "1/2/2026"})",
                          R"({"question": "flow", "where": "platform=mobile"})",
                          R"({"question": "flow", "where": ["a[b"]})",
                          R"({"question": "flow", "where": ["platfrom=mobile"]})",
                          R"({"question": "flow", "since": "2026-02-01", "until": "2026-01-01"})",
                          R"({"question": "funnel", "steps": []})",
                          R"({"question": "funnel", "steps": ["nowhere"]})",
                          R"({"question": "funnel", "steps": ["post"], "window": "soon"})",
                          R"({"question": "variants", "most": -1})",
                          R"({"question": "variants", "longest": 1e99})",
                          R"({"question": "flow", "against": 7})",
                          R"({"question": "flow", "against": {"per": "journey"}})"}) {
    const Response response = post("ask", Json::parse(bad));
    EXPECT_EQ(response.status, 400) << bad << response.body;
    EXPECT_FALSE(json(response)["error"]["message"].get<std::string>().empty()) << bad;
  }
  EXPECT_EQ(json(post("ask", {{"question", "funnel"}, {"steps", {"pots"}}}))["error"]["hint"], "did you mean `post`?");
}

TEST_F(ServiceTest, WithoutEventsAQuestionSaysSo) {
  const Response response = send("POST", "/api/maps/ring/ask?lang=en", {{"question", "flow"}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(json(response)["error"]["code"], "no-events");
  EXPECT_EQ(get("/api/maps/ring/customer?id=ana").status, 422);
  EXPECT_TRUE(json(get("/api/maps/ring/segments"))["fields"].empty());
}

}  // namespace
}  // namespace parcours
