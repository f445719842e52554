// Personas: told, made, and changed as maps are.
#include "server/service_fixture.h"

namespace parcours {
namespace {

class PersonasTest : public ServiceTest {
 protected:
  static constexpr char kThomas[] = "parcours: 1\nname: Thomas # of the study\nage: 32\ngoals: [Une bague]\n";
  PersonasTest() { EXPECT_TRUE(files.write("w/personas/thomas.yaml", kThomas).ok()); }
  std::string of() { return json(get("/api/personas/thomas"))["of"]; }
  std::string file() { return files.read("w/personas/thomas.yaml").value(); }
  Response change(const std::string& version, const Json& edit) {
    return send("POST", "/api/personas/thomas/edits", {{"of", version}, {"edits", {edit}}});
  }
};

TEST_F(PersonasTest, IsToldAsItsFileSays) {
  const Json persona = json(get("/api/personas/thomas"));
  EXPECT_EQ(persona["id"], "thomas");
  EXPECT_EQ(persona["file"], "personas/thomas.yaml");
  EXPECT_EQ(persona["content"]["age"], 32);
  EXPECT_EQ(persona["text"], kThomas);
}

TEST_F(PersonasTest, AnEditChangesItsLineAndNothingElse) {
  const Response done = change(of(), {{"set", "name"}, {"value", "Tom"}, {"was", "Thomas"}});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(file(), "parcours: 1\nname: Tom # of the study\nage: 32\ngoals: [Une bague]\n");
  EXPECT_EQ(json(done)["of"], of());
  EXPECT_EQ(change(of(), {{"set", "quote"}, {"value", "Vite."}, {"was", nullptr}}).status, 200);
  EXPECT_NE(file().find("quote: Vite."), std::string::npos);
}

TEST_F(PersonasTest, ChangesOfOthersAreMergedOrMeet) {
  const std::string old = of();
  ASSERT_TRUE(files.write("w/personas/thomas.yaml", "parcours: 1\nname: Théo\nage: 32\n").ok());
  EXPECT_EQ(change(old, {{"set", "age"}, {"value", 33}, {"was", 32}}).status, 200);
  EXPECT_EQ(file(), "parcours: 1\nname: Théo\nage: 33\n");
  const Response no = change(old, {{"set", "name"}, {"value", "Tom"}, {"was", "Thomas"}});
  ASSERT_EQ(no.status, 409);
  EXPECT_EQ(json(no)["conflict"]["theirs"], "Théo");
  EXPECT_EQ(json(no)["persona"]["of"], of());
}

TEST_F(PersonasTest, WhatWouldBreakItIsRefused) {
  const Response no = change(of(), {{"remove", "name"}, {"was", "Thomas"}});
  EXPECT_EQ(no.status, 422);
  EXPECT_EQ(json(no)["error"]["code"], "not-a-persona");
  EXPECT_EQ(json(no)["problems"].size(), 1U);
  EXPECT_EQ(file(), kThomas);
}

TEST_F(PersonasTest, ANewOneGetsAnIdOfItsOwn) {
  const Response made = send("POST", "/api/personas", {{"name", "Ana, l’été: \"oui\""}});
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string id = json(made)["id"];
  EXPECT_EQ(json(get("/api/personas/" + id))["content"]["name"], "Ana, l’été: \"oui\"");
  const Json again = json(send("POST", "/api/personas", {{"name", "Ana, l’été: \"oui\""}}));
  EXPECT_EQ(again["id"], id + "_2");
  EXPECT_EQ(json(send("POST", "/api/personas", {{"name", "王"}}))["content"]["name"], "王");
}

TEST_F(PersonasTest, BadNamesAndPathsLeadNowhere) {
  for (const Json& body : {Json::object(), Json({{"name", ""}}), Json({{"name", 3}}), Json({{"name", std::string(101, 'n')}}), Json::array()})
    EXPECT_EQ(send("POST", "/api/personas", body).status, 400) << body.dump().substr(0, 60);
  for (const char* id : {"nobody", "..%2fparcours", "..", "Thomas", "%2e%2e%2fmaps%2fring", "thomas.yaml"}) {
    EXPECT_EQ(get(std::string("/api/personas/") + id).status, 404) << id;
    EXPECT_EQ(send("POST", std::string("/api/personas/") + id + "/edits", {{"of", "x"}, {"edits", Json::array()}}).status, 404) << id;
  }
}

}  // namespace
}  // namespace parcours
