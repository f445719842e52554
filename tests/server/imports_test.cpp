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

// Counted by hand: ana twice to the minute, leo once, one row no date; then leo again under another name, to the day, and the first file once more.
TEST_F(ImportsTest, TheQualityOfTheEventsIsWhatTheFilesHold) {
  const Json nothing = json(ask("GET", "/api/quality"));
  EXPECT_EQ(nothing["events"], 0);
  EXPECT_TRUE(nothing["first"].is_null());
  EXPECT_TRUE(nothing["precision"].empty());
  ASSERT_EQ(ask("POST", "/api/imports?name=sales.csv", kRows).status, 200);
  const std::string till = "card,mail,day,what\nK7,leo,2026-10-05,pay\nK7,leo,2026-10-05,pay\nK9,,2026-09-30,pay\n";
  ASSERT_EQ(ask("POST", "/api/imports?name=till.csv&customer=card&link=mail&time=day&event=what", till).status, 200);
  const Json quality = json(ask("GET", "/api/quality"));
  EXPECT_EQ(quality["events"], 5) << quality.dump(2);
  EXPECT_EQ(quality["customers"], 3);   // ana; leo, who is K7; K9
  EXPECT_EQ(quality["identities"], 4);  // ana, leo, K7, K9
  EXPECT_EQ(quality["joined"], 2);      // leo, K7
  EXPECT_EQ(quality["duplicates"], 1);
  EXPECT_EQ(quality["rejected"], 1);
  EXPECT_EQ(quality["erased"], 0);
  EXPECT_EQ(quality["precision"], Json::parse(R"([{"unit": "min", "events": 3}, {"unit": "day", "events": 2}])"));
  EXPECT_EQ(quality["first"], "2026-09-30T00:00:00Z");
  EXPECT_EQ(quality["last"], "2026-10-05T00:00:00Z");
  EXPECT_EQ(quality["synthetic"], false);
}

// Figures, findings and picture are measured once; whatever changes what they rest on, by us or by others, they are measured anew.
TEST_F(ImportsTest, NoFigureIsEverOld) {
  const auto customers = [&](const std::string& more = "") { return json(ask("GET", "/api/maps/ring/figures" + more))["customers"]; };
  const auto paid = [&] { return json(ask("GET", "/api/maps/ring/figures"))["stages"][1]["touchpoints"][0]["customers"]; };
  const auto drawn = [&] { return ask("GET", "/api/maps/ring/picture?lang=en").body; };
  ASSERT_EQ(ask("POST", "/api/imports?name=sales.csv", kRows).status, 200);
  EXPECT_EQ(customers(), 2);
  EXPECT_EQ(customers(), 2) << "asked again";
  EXPECT_EQ(customers("?since=2026-10-02"), 1) << "another question";
  EXPECT_EQ(customers(), 2);
  const std::string before = drawn();
  EXPECT_EQ(drawn(), before);

  ASSERT_EQ(ask("POST", "/api/imports?name=more.csv&customer=who&time=when&event=what", "who,when,what,amount\nzoe,2026-10-03 08:00,pay,5\n").status,
            200);
  EXPECT_EQ(customers(), 3) << "an import";
  EXPECT_EQ(paid(), 2);
  EXPECT_NE(drawn(), before);

  const std::string text = files_.read(path("maps/ring.yaml")).value();
  const std::string of = json(ask("GET", "/api/maps/ring"))["of"];
  const Json edit = {{"of", of}, {"edits", {{{"set", "stages/buy/touchpoints/pay/match"}, {"value", {{"event", "ad_view"}}}}}}};
  ASSERT_EQ(ask("POST", "/api/maps/ring/edits", edit.dump(), "application/json").status, 200);
  EXPECT_EQ(paid(), 2) << "ana and leo, by another rule";
  EXPECT_EQ(customers(), 2) << "zoe is on the map no more";
  ASSERT_TRUE(files_.write(path("maps/ring.yaml"), text).ok());
  EXPECT_EQ(customers(), 3) << "the file changed by somebody else";

  {
    auto elsewhere = open_store({folder_.string()}, files_, clock_).value();  // as another process would
    ASSERT_TRUE(elsewhere->forget("zoe").ok());
  }
  EXPECT_EQ(customers(), 2) << "a person erased elsewhere";
  const Json imports = json(ask("GET", "/api/imports"))["imports"];
  for (const Json& import : imports)
    if (import["name"] == "sales.csv") { ASSERT_EQ(ask("DELETE", "/api/imports/" + std::to_string(import["id"].get<int>())).status, 200); }
  EXPECT_NE(customers(), 2) << "an import taken back";
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
  EXPECT_EQ(json(ask("POST", "/api/look?name=x.csv&customer=nobody", kRows))["ready"], false);
  EXPECT_EQ(ask("POST", "/api/look?name=x.csv&day_order=year", kRows).status, 400);
  for (const char* id : {"7", "-1", "x", "99999999999999999999"}) EXPECT_EQ(ask("DELETE", "/api/imports/" + std::string(id)).status, 404) << id;
}

// Whatever is wrong with a file, the page is never told of an option of the command line.
TEST_F(ImportsTest, AdviceIsGivenForThePageItIsReadOn) {
  const std::vector<std::string> odd = {"who,when,what\n",                                                              // a header alone
                                        "who/when/what\nana/2026-10-01/pay\nleo/2026-10-02/pay\n",                      // another separator
                                        "a,b\nx,y\nz,y\n",                                                              // nothing recognised
                                        "email,when,what\nana@x.fr,soon,pay\nleo@x.fr,later,pay\nzoe@x.fr,then,pay\n",  // no times
                                        "email,when,what,score\nana@x.fr,2026-10-01,survey,250\nleo@x.fr,2026-10-02,survey,999\n",
                                        "email,when,what,score\nana@x.fr,03/04/2026,survey,6\nleo@x.fr,05/04/2026,survey,7\n",
                                        "email,when,what\n,2026-10-01,pay\n,2026-10-02,pay\nzoe@x.fr,2026-10-03,pay\n",  // mostly nobody
                                        "email,when,what,note\na,2026-10-01,s,6\na,2026-10-02,s,7\nb,2026-10-02,s,8\nb,2026-10-03,s,11\n",
                                        "email,phone,what\nana@x.fr,0600000000,pay\nleo@x.fr,0600000001,pay\n",
                                        "ana@x.fr,2026-10-01 10:00,pay\nleo@x.fr,2026-10-02 10:00,pay\n"};
  for (const auto& rows : odd)
    for (const char* lang : {"fr", "en"}) {
      const Response look = ask("POST", "/api/look?name=x.csv&lang=" + std::string(lang), rows);
      EXPECT_EQ(look.body.find("--"), std::string::npos) << look.body;
      EXPECT_TRUE(look.status == 200 || look.status == 422) << look.body;
    }
}

TEST_F(ImportsTest, ATableThatLacksSomethingIsShownSoThatItCanBeChosen) {
  const std::string rows = "a,b,c\nx1,lamp,2026-10-01\nx2,lamp,2026-10-02\n";
  const Json look = json(ask("POST", "/api/look?name=x.csv&lang=en&time=&event=b&customer=nobody", rows));
  ASSERT_EQ(look["ready"], false) << look.dump(2);
  EXPECT_EQ(look["columns"].size(), 3u);
  EXPECT_EQ(look["rows"][0][1], "lamp");
  EXPECT_EQ(look["remarks"][0]["severity"], "error");
  const Json ready = json(ask("POST", "/api/look?name=x.csv&lang=en&customer=a&event=b&time=c", rows));
  EXPECT_EQ(ready["ready"], true) << ready.dump(2);
  EXPECT_EQ(ready["reading"]["separator"], ",");
  EXPECT_EQ(ready["reading"]["timed"], true);
}

TEST_F(ImportsTest, HowAFileIsReadIsChosenOnThePage) {
  const std::string rows = "who|when|what|score\nana|2026-10-01|survey|6\nleo|2026-10-02|survey|7\n";
  const Json seven = json(ask("POST", "/api/look?name=x.csv&customer=who&time=when&event=what&score=score&separator=%7C&scale=1-7", rows));
  EXPECT_EQ(seven["reading"]["scale"], "1-7") << seven.dump(2);
  EXPECT_EQ(seven["reading"]["separator"], "|");
  for (const char* bad : {"separator=x", "header=maybe", "scale=1-3", "day_order=year", "recipe=cake"})
    EXPECT_EQ(ask("POST", "/api/look?name=x.csv&" + std::string(bad), rows).status, 400) << bad;
}

// Two journeys see the advert; Ana's, on a phone, ends in a payment.
TEST_F(ImportsTest, FiguresAreBrokenDownFilteredAndCompared) {
  const std::string rows =
      "who,when,what,device\nana,2026-10-01 10:00,ad_view,phone\nana,2026-10-01 10:05,pay,phone\nleo,2026-07-02 09:00,ad_view,desk\n";
  ASSERT_EQ(ask("POST", "/api/imports?name=sales.csv", rows).status, 200);
  const auto figures = [&](const std::string& query) { return json(ask("GET", "/api/maps/ring/figures?lang=en&" + query)); };
  EXPECT_EQ(figures("")["customers"], 2);
  const Json by = figures("by=device");
  ASSERT_EQ(by["segments"].size(), 2u) << by.dump(2);
  for (const Json& segment : by["segments"]) EXPECT_EQ(segment["customers"], 1);
  EXPECT_EQ(figures("where=device%3Dphone")["customers"], 1);
  EXPECT_EQ(figures("where=device%3Dphone%0Adevice%3Ddesk")["customers"], 0);
  EXPECT_EQ(figures("since=2026-09-01")["customers"], 1);
  const Json against = figures("where=device%3Dphone&against=device%3Ddesk");
  EXPECT_EQ(against["sides"]["here"], "device=phone") << against.dump(2);
  EXPECT_EQ(against["sides"]["there"], "device=desk");
  for (const char* part : {"figures", "picture", "out/svg"})
    for (const char* bad : {"by=colour", "since=yesterday", "where=%5B", "against=a..b"})
      EXPECT_EQ(ask("GET", "/api/maps/ring/" + std::string(part) + "?" + bad).status, 400) << part << bad;
}

TEST_F(ImportsTest, APictureIsSeenThroughWhatIsAskedAndSaysSo) {
  const std::string rows =
      "who,when,what,device\nana,2026-10-01 10:00,ad_view,phone\nleo,2026-07-02 09:00,ad_view,desk\nzoe,2026-07-03 09:00,ad_view,desk\n";
  ASSERT_EQ(ask("POST", "/api/imports?name=sales.csv&customer=who&time=when&event=what", rows).status, 200);
  const auto says = [&](const std::string& path, const std::string& words) {
    return ask("GET", "/api/maps/ring/" + path).body.find(words) != std::string::npos;
  };
  EXPECT_TRUE(says("picture?lang=en", ">3<"));
  EXPECT_FALSE(says("picture?lang=en", "device=desk"));
  for (const std::string& path : std::vector<std::string>{"picture?lang=en&where=device%3Ddesk", "out/svg?lang=en&where=device%3Ddesk"}) {
    EXPECT_TRUE(says(path, ">2<")) << path;
    EXPECT_TRUE(says(path, "device=desk")) << path;
  }
  EXPECT_TRUE(says("picture?lang=en&of=slide&where=device%3Ddesk", "device=desk"));
  EXPECT_FALSE(says("picture?lang=en&where=device%3Ddesk&measured=no", "device=desk")) << "no figures, nothing they are narrowed to";
}

}  // namespace
}  // namespace parcours
