// A person erased over HTTP: found, confirmed by typing, gone with the proof; and what the audit log says of it.
#include "server/access_fixture.h"
#include "server/disk_fixture.h"

namespace parcours {
namespace {

constexpr char kRows[] = "who,mail,when,what\nana,ana@example.org,2026-10-01,ad_view\nana,ana@example.org,2026-10-03,pay\nleo,,2026-10-02,ad_view\n";
constexpr char kImport[] = "/api/imports?name=sales.csv&customer=who&link=mail&time=when&event=what";

class PersonTest : public DiskServiceTest {
 protected:
  Response post(const std::string& target, const Json& body) { return ask("POST", target, body.dump(), "application/json"); }
};

TEST_F(PersonTest, WhatWouldGoIsSaidByAnyIdentity) {
  EXPECT_EQ(post("/api/person", {{"id", "ana"}}).status, 422) << "no events";
  ASSERT_EQ(ask("POST", kImport, kRows).status, 200);
  for (const char* id : {"ana", "ana@example.org", "Ana@Example.org"}) {
    const Json goes = json(post("/api/person", {{"id", id}}));
    EXPECT_EQ(goes["identities"], Json::parse(R"(["ana", "ana@example.org"])")) << id << goes.dump(2);
    EXPECT_EQ(goes["events"], 2);
    EXPECT_EQ(goes["first"], "2026-10-01T00:00:00Z");
    EXPECT_EQ(goes["last"], "2026-10-03T00:00:00Z");
  }
  EXPECT_EQ(post("/api/person", {{"id", "nobody"}}).status, 404);
  EXPECT_EQ(post("/api/person", Json::object()).status, 400);
  EXPECT_EQ(json(ask("GET", "/api/quality"))["events"], 3) << "asking erases nothing";
}

TEST_F(PersonTest, ErasedOnlyOnceItIsTypedAgain) {
  ASSERT_EQ(ask("POST", kImport, kRows).status, 200);
  ASSERT_EQ(json(ask("GET", "/api/maps/ring/figures"))["customers"], 2);
  for (const char* again : {"", "an", "ana ", "Ana", "leo"})
    EXPECT_EQ(json(post("/api/forget", {{"id", "ana"}, {"again", again}}))["error"]["code"], "not-confirmed") << again;
  EXPECT_EQ(json(ask("GET", "/api/quality"))["events"], 3);
  const Json done = json(post("/api/forget", {{"id", "ana"}, {"again", "ana"}}));
  EXPECT_EQ(done["identities"], 2) << done.dump(2);
  EXPECT_EQ(done["events"], 2);
  EXPECT_TRUE(done["mentions"].empty());
  EXPECT_EQ(post("/api/person", {{"id", "ana@example.org"}}).status, 404);
  EXPECT_EQ(json(ask("GET", "/api/quality"))["events"], 1);
  EXPECT_EQ(json(ask("GET", "/api/maps/ring/figures"))["customers"], 1);
  ASSERT_EQ(ask("POST", kImport, kRows).status, 200) << "the same file again";
  EXPECT_EQ(json(ask("GET", "/api/quality"))["events"], 1) << "who is erased stays erased";
}

TEST_F(PersonTest, WhereOneIsStillNamedIsTold) {
  ASSERT_EQ(ask("POST", kImport, kRows).status, 200);
  ASSERT_TRUE(files_.write(path("notes.txt"), "ana@example.org called on Monday\n").ok());
  const Json done = json(post("/api/forget", {{"id", "ana"}, {"again", "ana"}}));
  ASSERT_EQ(done["mentions"].size(), 1u) << done.dump(2);
  EXPECT_NE(done["mentions"][0].get<std::string>().find("notes.txt"), std::string::npos);
}

TEST_F(AccessTest, AnErasureIsNotedAndNobodyNamed) {
  serve({"ana"});
  const std::string root = cookie_of(add("root", true));
  ASSERT_EQ(ask("POST", kImport, kRows, root).status, 200);
  ASSERT_EQ(ask("POST", "/api/person", R"({"id": "leo"})", root).status, 200);
  ASSERT_EQ(ask("POST", "/api/forget", R"({"id": "leo", "again": "leo"})", root).status, 200);
  const Json lines = json(ask("GET", "/api/audit", "", root))["lines"];
  EXPECT_EQ(lines[0]["what"], "person-forgotten");
  EXPECT_EQ(lines[0]["about"], "identities: 1, events: 1");
  EXPECT_EQ(lines[0]["who"], "root");
  EXPECT_EQ(lines[1]["what"], "person-sought");
  EXPECT_EQ(lines[1]["about"], "");
}

}  // namespace
}  // namespace parcours
