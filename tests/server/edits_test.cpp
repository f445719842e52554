// Edits: written by splice, merged with what others changed, refused when they would break the map.
#include "server/service_fixture.h"

namespace parcours {
namespace {

constexpr char kEdits[] = "/api/maps/ring/edits", kText[] = "/api/maps/ring/text";

Json set(const std::string& path, Json value, Json was) { return {{"set", path}, {"value", std::move(value)}, {"was", std::move(was)}}; }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST_F(ServiceTest, AnEditChangesItsLineAndNothingElse) {
  const Response done = send("POST", kEdits, {{"of", version()}, {"edits", {set("stages/buy/touchpoints/pay/name", "Paie en ligne", "Paiement")}}});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(text(), replaced(kRing, "name: Paiement", "name: Paie en ligne"));
  EXPECT_EQ(json(done)["of"], version());
}

TEST_F(ServiceTest, SeveralEditsAreMadeTogetherOrNotAtAll) {
  const Json half = {{"of", version()}, {"edits", {set("title", "Autre", "La bague"), Json{{"remove", "stages/nowhere"}}}}};
  EXPECT_EQ(send("POST", kEdits, half).status, 422);
  EXPECT_EQ(text(), kRing);
}

TEST_F(ServiceTest, EditsOfDifferentPlacesAreMerged) {
  const std::string old = version();
  const std::string theirs = replaced(kRing, "title: La bague", "title: La bague de Noël");
  ASSERT_TRUE(files.write("w/maps/ring.yaml", theirs).ok());
  const Response done = send("POST", kEdits, {{"of", old}, {"edits", {set("stages/look/name", "Rencontre", "Découverte")}}});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(text(), replaced(theirs, "name: Découverte", "name: Rencontre"));
}

TEST_F(ServiceTest, EditsOfOnePlaceMeet) {
  const std::string old = version();
  ASSERT_TRUE(files.write("w/maps/ring.yaml", replaced(kRing, "name: Paiement", "name: Règlement")).ok());
  const Response no = send("POST", kEdits, {{"of", old}, {"edits", {set("stages/buy/touchpoints/pay/name", "Caisse", "Paiement")}}});
  ASSERT_EQ(no.status, 409);
  const Json conflict = json(no)["conflict"];
  EXPECT_EQ(conflict["path"], "stages/buy/touchpoints/pay/name");
  EXPECT_EQ(conflict["was"], "Paiement");
  EXPECT_EQ(conflict["theirs"], "Règlement");
  EXPECT_EQ(conflict["yours"], "Caisse");
  EXPECT_EQ(json(no)["map"]["of"], version());
  EXPECT_NE(text().find("Règlement"), std::string::npos);
}

TEST_F(ServiceTest, WhatWasRemovedElsewhereCannotBeChanged) {
  const std::string old = version();
  const std::string without = "parcours: 1\ntitle: La bague\nstages:\n  - {id: look, name: A, phase: before, touchpoints: [{id: post, name: B}]}\n";
  ASSERT_TRUE(files.write("w/maps/ring.yaml", without).ok());
  EXPECT_EQ(send("POST", kEdits, {{"of", old}, {"edits", {set("stages/buy/name", "X", "Décision")}}}).status, 409);
  EXPECT_EQ(text(), without);
}

TEST_F(ServiceTest, TheSameIdAddedTwiceMeets) {
  const std::string old = version();
  const Json add = {{"add", "stages/look/touchpoints"}, {"value", {{"id", "friend"}, {"name", "Un ami"}}}};
  ASSERT_EQ(send("POST", kEdits, {{"of", old}, {"edits", {add}}}).status, 200);
  const Response again = send("POST", kEdits, {{"of", old}, {"edits", {add}}});
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(json(again)["conflict"]["theirs"]["name"], "Un ami");
}

TEST_F(ServiceTest, AnEditThatBreaksTheMapIsRefusedWithItsReason) {
  const Response no = send("POST", kEdits, {{"of", version()}, {"edits", {set("goal", "nowhere", "pay")}}});
  ASSERT_EQ(no.status, 422);
  EXPECT_EQ(json(no)["problems"][0]["code"], "unknown-reference");
  EXPECT_EQ(text(), kRing);
}

TEST_F(ServiceTest, MovesAcrossStagesTakeTheCommentAlong) {
  const Json move = {{"move", "stages/buy/touchpoints/pay"}, {"to", "stages/look/touchpoints"}, {"index", 0}};
  ASSERT_EQ(send("POST", kEdits, {{"of", version()}, {"edits", {move}}}).status, 200);
  EXPECT_LT(text().find("# the till"), text().find("id: post"));
}

TEST_F(ServiceTest, AWholeTextReplacesOnlyTheVersionItCameFrom) {
  const std::string old = version(), next = replaced(kRing, "La bague", "L’anneau");
  EXPECT_EQ(send("PUT", kText, {{"of", old}, {"text", next}}).status, 200);
  EXPECT_EQ(text(), next);
  EXPECT_EQ(send("PUT", kText, {{"of", old}, {"text", kRing}}).status, 409);
  EXPECT_EQ(send("PUT", kText, {{"of", version()}, {"text", "title: ["}}).status, 422);
  EXPECT_EQ(text(), next);
}

TEST_F(ServiceTest, WhatWasMergedSaysWhatUndoingGoesBackTo) {
  const std::string mine = version();
  const std::string theirs = replaced(kRing, "title: La bague", "title: La bague de mai");
  ASSERT_TRUE(files.write("w/maps/ring.yaml", theirs).ok());
  const Response done = send("POST", kEdits, {{"of", mine}, {"edits", {set("stages/buy/name", "Achat", "Décision")}}});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(json(done)["before"], theirs);
  EXPECT_EQ(json(done)["text"], replaced(theirs, "name: Décision", "name: Achat"));
  const Response alone = send("POST", kEdits, {{"of", version()}, {"edits", {set("stages/buy/name", "Caisse", "Achat")}}});
  EXPECT_FALSE(json(alone).contains("before"));
}

TEST_F(ServiceTest, AFileThatIsNoYamlTakesNoEdit) {
  const std::string mine = version();
  const std::string broken = replaced(kRing, "  - id: buy", " - id: buy");
  ASSERT_TRUE(files.write("w/maps/ring.yaml", broken).ok());
  EXPECT_EQ(json(get("/api/maps/ring"))["readable"], false);
  EXPECT_EQ(json(get("/api/maps/ring"))["file"], "maps/ring.yaml");
  const Response no = send("POST", kEdits, {{"of", mine}, {"edits", {set("title", "Autre", "La bague")}}});
  EXPECT_EQ(no.status, 422);
  EXPECT_EQ(json(no)["error"]["code"], "broken-file");
  EXPECT_EQ(text(), broken);
  // An error in what the map says is another matter: an edit may mend it.
  ASSERT_TRUE(files.write("w/maps/ring.yaml", replaced(kRing, "goal: pay", "goal: nowhere")).ok());
  const Json wrong = json(get("/api/maps/ring"));
  EXPECT_EQ(wrong["usable"], false);
  EXPECT_EQ(wrong["readable"], true);
  EXPECT_EQ(send("POST", kEdits, {{"of", wrong["of"]}, {"edits", {set("goal", "pay", "nowhere")}}}).status, 200);
  EXPECT_EQ(text(), kRing);
}

}  // namespace
}  // namespace parcours
