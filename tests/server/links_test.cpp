// Links: who comes by one gets to what it opens, as long as it does, and to nothing else.
#include "base/secret.h"
#include "server/disk_fixture.h"

namespace parcours {
namespace {

class LinksTest : public DiskServiceTest {
 protected:
  using Fields = std::map<std::string, std::string>;

  Response send(const std::string& method, const std::string& target, const Json& body = Json::object(), const Fields& fields = {}) {
    Request request;
    request.method = method;
    request.target = target;
    request.fields = {{"host", "localhost:8787"}, {"content-type", "application/json"}};
    for (const auto& [name, value] : fields) request.fields[name] = value;
    if (method != "GET") request.body = body.dump();
    return service_.handle(request);
  }
  Response get(const std::string& target, const Fields& fields = {}) { return send("GET", target, {}, fields); }

  // A new link: its number and its token.
  struct Made {
    std::int64_t id = 0;
    std::string token;
  };
  Made make(Json wish, const std::string& map = "ring") {
    if (!wish.contains("until")) wish["until"] = "2026-10-01";
    const Response made = send("POST", "/api/maps/" + map + "/links", wish);
    EXPECT_EQ(made.status, 201) << made.body;
    return {json(made)["link"]["id"].get<std::int64_t>(), json(made)["token"].get<std::string>()};
  }
  static std::string at(const Made& link, const std::string& rest = "") { return "/api/links/" + link.token + rest; }

  std::string join(const Made& link, const std::string& team) {
    const Response joined = send("POST", at(link, "/join"), {{"team", team}});
    EXPECT_EQ(joined.status, 201) << joined.body;
    return json(joined)["contributor"];
  }
  Response say(const Made& link, const std::string& key, const Json& said) {
    return send("POST", at(link, "/said"), said, {{"parcours-contributor", key}});
  }
  std::string views(const std::string& team) { return files_.read(path("views/ring/workshop-" + team + ".yaml")).value(); }
};

TEST_F(LinksTest, AShareLinkShowsTheMapAndNothingElse) {
  const Made link = make({{"kind", "share"}, {"figures", true}});
  EXPECT_TRUE(looks_like_token(link.token));
  const Json told = json(get(at(link)));
  EXPECT_EQ(told["kind"], "share");
  EXPECT_EQ(told["title"], "La bague");
  EXPECT_EQ(told["until_says"], "1\u00a0Oct\u00a02026");
  EXPECT_EQ(told["stages"][1]["touchpoints"][0]["id"], "pay");
  EXPECT_NE(get(at(link, "/picture")).body.find("<svg"), std::string::npos);
  EXPECT_EQ(get(at(link, "/picture?stage=buy&theme=dark&lang=fr")).status, 200);
  EXPECT_EQ(get(at(link, "/picture?stage=none")).status, 400);
  EXPECT_EQ(get(at(link, "/picture?of=slide")).status, 200);
  EXPECT_EQ(get(at(link, "/picture?of=actions")).status, 400);
  EXPECT_NE(get(at(link, "/page")).body.find("<!doctype html>"), std::string::npos);
  EXPECT_EQ(send("POST", at(link, "/join"), {{"team", "Sales"}}).status, 404);
  EXPECT_EQ(send("POST", at(link, "/said"), {{"touchpoint", "pay"}, {"emotion", 1}}).status, 404);
  for (const char* rest : {"/said", "/out/pdf", "/figures", "/text", "/links", "/findings", "/picture/x"})
    EXPECT_EQ(get(at(link, rest)).status, 404) << rest;
}

TEST_F(LinksTest, AWorkshopLinkTakesWhatIsSaidAndShowsNoPicture) {
  const Made link = make({{"kind", "workshop"}});
  EXPECT_EQ(get(at(link, "/picture")).status, 404);
  EXPECT_EQ(get(at(link, "/page")).status, 404);
  EXPECT_EQ(json(say(link, "", {{"touchpoint", "pay"}, {"emotion", 1}}))["error"]["code"], "not-joined");
  EXPECT_EQ(json(say(link, random_token(), {{"touchpoint", "pay"}, {"emotion", 1}}))["error"]["code"], "not-joined");
  const std::string key = join(link, "Sales");
  EXPECT_EQ(say(link, key, {{"touchpoint", "pay"}, {"emotion", 1}}).status, 200);
  const Json mine = json(get(at(link, "/said"), {{"parcours-contributor", key}}));
  EXPECT_EQ(mine["team"], "Sales");
  EXPECT_EQ(mine["said"][0]["emotion"], 1);
}

// Figures by hand: three of a team say -1, 0 and 2: their mean is a third.
TEST_F(LinksTest, ATeamSaysTheMeanOfItsPeople) {
  const Made link = make({{"kind", "workshop"}});
  const std::string ana = join(link, "Sales"), bo = join(link, "sales"), cy = join(link, "SALES"), service = join(link, "Service clients");
  EXPECT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", -1}, {"friction", "Frais de port"}}).status, 200);
  EXPECT_EQ(say(link, bo, {{"touchpoint", "pay"}, {"emotion", 0}, {"friction", "frais de port"}, {"note", "dit\nau client"}}).status, 200);
  EXPECT_EQ(say(link, cy, {{"touchpoint", "pay"}, {"emotion", 2}}).status, 200);
  EXPECT_EQ(say(link, service, {{"touchpoint", "pay"}, {"emotion", -2}, {"note", "# \"cher\": trop"}}).status, 200);
  EXPECT_NE(views("sales").find("emotion: 0.33  # 3: -1, 0, 2\n"), std::string::npos) << views("sales");
  EXPECT_NE(views("sales").find("Point de friction\u00a0: Frais de port · dit au client"), std::string::npos) << views("sales");
  const Json picture = json(get("/api/maps/ring/links"))["links"][0]["spoken"];
  EXPECT_EQ(picture[0], Json({{"team", "Sales"}, {"people", 3}, {"touchpoints", 1}}));
  EXPECT_EQ(picture[1], Json({{"team", "Service clients"}, {"people", 1}, {"touchpoints", 1}}));
  const std::string drawn = get("/api/maps/ring/picture?of=views&lang=en").body;
  EXPECT_NE(drawn.find("view-pay-sales"), std::string::npos);
  EXPECT_NE(drawn.find("view-pay-service_clients"), std::string::npos);
  EXPECT_NE(drawn.find("2.3 points"), std::string::npos) << "0.33 and -2 are 2.33 apart";
  const std::string screen = get("/api/maps/ring/picture?of=workshop&lang=en").body;
  for (const char* id : {"view-pay-sales", "view-pay-service_clients", "spread-pay", "views-card-pay"})
    EXPECT_NE(screen.find(id), std::string::npos) << id << ", on the big screen";
}

TEST_F(LinksTest, WhatWasSaidIsChangedTakenBackAndMovesWithItsTeam) {
  const Made link = make({{"kind", "workshop"}});
  const std::string ana = join(link, "Sales");
  EXPECT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", -1}}).status, 200);
  EXPECT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", 2}}).status, 200);
  EXPECT_NE(views("sales").find("emotion: 2  # 1: 2\n"), std::string::npos) << views("sales");
  EXPECT_EQ(send("POST", at(link, "/join"), {{"team", "Support"}}, {{"parcours-contributor", ana}}).status, 200);
  EXPECT_FALSE(files_.exists(path("views/ring/workshop-sales.yaml")));
  EXPECT_NE(views("support").find("emotion: 2"), std::string::npos);
  EXPECT_EQ(say(link, ana, {{"touchpoint", "pay"}}).status, 200);
  EXPECT_FALSE(files_.exists(path("views/ring/workshop-support.yaml")));
}

TEST_F(LinksTest, WhatCannotBeSaidIsRefusedInWords) {
  const Made link = make({{"kind", "workshop"}, {"teams", {"Sales", "Support"}}});
  EXPECT_EQ(json(send("POST", at(link, "/join"), {{"team", "Board"}}))["error"]["code"], "cannot-say");
  EXPECT_EQ(json(send("POST", at(link, "/join"), {{"team", ""}}))["error"]["code"], "cannot-say");
  const std::string key = join(link, "support");
  EXPECT_EQ(json(get(at(link, "/said"), {{"parcours-contributor", key}}))["team"], "Support") << "as the link writes it";
  for (const Json& said :
       {Json({{"touchpoint", "none"}, {"emotion", 1}}), Json({{"touchpoint", "pay"}, {"emotion", 3}}), Json({{"touchpoint", "pay"}, {"emotion", -3}}),
        Json({{"touchpoint", "pay"}, {"friction", std::string(201, 'x')}}), Json({{"touchpoint", "pay"}, {"note", std::string(501, 'x')}})})
    EXPECT_EQ(say(link, key, said).status, 422) << said.dump().substr(0, 60);
  for (const Json& said : {Json::array(), Json({{"emotion", 1}}), Json({{"touchpoint", "pay"}, {"emotion", 1.5}}), Json({{"touchpoint", 1}}),
                           Json({{"touchpoint", "pay"}, {"note", 1}})})
    EXPECT_EQ(say(link, key, said).status, 400) << said.dump();
  EXPECT_FALSE(files_.exists(path("views/ring/workshop-support.yaml")));
  EXPECT_EQ(say(link, key, {{"touchpoint", "pay"}, {"note", std::string(500, 'x')}}).status, 200);
}

TEST_F(LinksTest, WhoJoinsAndSaysNothingMakesRoom) {
  const Made link = make({{"kind", "workshop"}});
  const std::string ana = join(link, "Sales"), silent = join(link, "Sales");
  ASSERT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", 1}}).status, 200);
  for (int i = 2; i < 300; ++i) (void)join(link, "Sales");
  (void)join(link, "Sales");
  EXPECT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", 2}}).status, 200);
  EXPECT_EQ(json(say(link, silent, {{"touchpoint", "pay"}, {"emotion", 2}}))["error"]["code"], "not-joined");
}

TEST_F(LinksTest, SixtyChangesAMinuteAndNoMore) {
  const Made link = make({{"kind", "workshop"}});
  const std::string key = join(link, "Sales");
  for (int i = 0; i < 60; ++i) ASSERT_EQ(say(link, key, {{"touchpoint", "pay"}, {"emotion", i % 3}}).status, 200) << i;
  const Response more = say(link, key, {{"touchpoint", "pay"}, {"emotion", 1}});
  EXPECT_EQ(more.status, 429);
  EXPECT_FALSE(field_of(more, "Retry-After").empty());
  clock_.set(clock_.now() + kMinute);
  EXPECT_EQ(say(link, key, {{"touchpoint", "pay"}, {"emotion", 1}}).status, 200);
}

TEST_F(LinksTest, RevokedEndedRenewedAndUnknownAreAnsweredAlike) {
  const Response unknown = get("/api/links/" + random_token());
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(json(unknown)["error"]["code"], "no-such-link");
  const Made revoked = make({{"kind", "share"}}), renewed = make({{"kind", "workshop"}}),
             ended = make({{"kind", "share"}, {"until", "2026-09-22T10:00"}});
  const std::string key = join(renewed, "Sales");
  EXPECT_EQ(json(send("DELETE", "/api/maps/ring/links/" + std::to_string(revoked.id)))["links"][2]["state"], "revoked");
  const Json anew = json(send("POST", "/api/maps/ring/links/" + std::to_string(renewed.id) + "/renew"));
  EXPECT_NE(anew["token"], renewed.token);
  EXPECT_EQ(get(at(ended)).status, 200);
  clock_.set(clock_.now() + 2 * kDay);
  for (const Made& link : {revoked, renewed, ended})
    for (const char* rest : {"", "/picture", "/page", "/said"}) {
      const Response gone = get(at(link, rest), {{"parcours-contributor", key}});
      EXPECT_EQ(gone.status, 404) << rest;
      EXPECT_EQ(gone.body, unknown.body) << rest;
    }
  EXPECT_EQ(send("POST", at(revoked, "/enter"), {{"passcode", "x"}}).body, unknown.body);
  EXPECT_EQ(send("POST", at(renewed, "/join"), {{"team", "Sales"}}).body, unknown.body);
  const Json mine = json(get("/api/links/" + anew["token"].get<std::string>() + "/said", {{"parcours-contributor", key}}));
  EXPECT_EQ(mine["team"], "Sales") << "what was said stays";
  for (const char* token : {"", "short", "%2e%2e%2fring", "../../../etc/passwd"})
    EXPECT_EQ(get(std::string("/api/links/") + token).status, 404) << token;
}

// 200 by docs/formats/links.md; what opens nothing any more takes no room.
TEST_F(LinksTest, OnlyLinksThatOpenCountAgainstTheLimit) {
  std::vector<Made> links;
  for (int i = 0; i < 200; ++i) links.push_back(make({{"kind", "share"}, {"until", i == 0 ? "2026-09-22T10:00" : "2026-10-01"}}));
  const Json wish = {{"kind", "share"}, {"until", "2026-10-01"}};
  EXPECT_EQ(send("POST", "/api/maps/ring/links", wish).status, 400);
  ASSERT_EQ(send("DELETE", "/api/maps/ring/links/" + std::to_string(links[7].id)).status, 200);
  make(wish);
  EXPECT_EQ(send("POST", "/api/maps/ring/links", wish).status, 400) << "200 again";
  clock_.set(clock_.now() + 2 * kDay);
  make(wish);
  EXPECT_EQ(send("POST", "/api/maps/ring/links", wish).status, 400) << "one has ended, one was made";
}

TEST_F(LinksTest, AMapThatGoesTakesItsLinksWithIt) {
  ASSERT_TRUE(files_.write(path("maps/shop.yaml"), kRing).ok());
  const Made link = make({{"kind", "share"}}, "shop");
  EXPECT_EQ(get("/api/maps/ring/links/" + std::to_string(link.id) + "/said").status, 404) << "another map's";
  EXPECT_EQ(send("DELETE", "/api/maps/ring/links/" + std::to_string(link.id)).status, 404);
  ASSERT_TRUE(files_.remove(path("maps/shop.yaml")).ok());
  EXPECT_EQ(json(get(at(link)))["error"]["code"], "no-such-link");
}

TEST_F(LinksTest, APasscodeIsAskedForBeforeAnythingIsTold) {
  const Made link = make({{"kind", "share"}, {"passcode", "perle-42"}});
  EXPECT_EQ(json(get(at(link))), Json({{"version", 1}, {"needs_passcode", true}}));
  for (const char* pass : {"", "perle-42", "0"}) {
    EXPECT_EQ(get(at(link, "/picture"), {{"parcours-pass", pass}}).status, 401) << pass;
    EXPECT_EQ(get(at(link, "/page"), {{"parcours-pass", pass}}).status, 401) << pass;
  }
  EXPECT_EQ(send("POST", at(link, "/enter"), {{"passcode", "perle-43"}}).status, 403);
  EXPECT_EQ(send("POST", at(link, "/enter")).status, 400);
  const std::string pass = json(send("POST", at(link, "/enter"), {{"passcode", "perle-42"}}))["pass"];
  EXPECT_EQ(get(at(link, "/picture"), {{"parcours-pass", pass}}).status, 200);
  const Made other = make({{"kind", "share"}, {"passcode", "perle-42"}});
  EXPECT_EQ(get(at(other, "/picture"), {{"parcours-pass", pass}}).status, 401) << "a pass opens one link";
  const std::string kept = files_.read(path(".parcours/links.sqlite")).value();
  EXPECT_EQ(kept.find("perle-42"), std::string::npos);
  EXPECT_EQ(kept.find(link.token), std::string::npos);
  EXPECT_EQ(kept.find(pass), std::string::npos);
}

TEST_F(LinksTest, GuessingAPasscodeIsSlowedDown) {
  const Made link = make({{"kind", "share"}, {"passcode", "perle-42"}});
  const auto guess = [&](const char* passcode) { return send("POST", at(link, "/enter"), {{"passcode", passcode}}); };
  for (int i = 0; i < 3; ++i) EXPECT_EQ(guess("0000").status, 403) << i;
  Response slowed = guess("perle-42");
  EXPECT_EQ(slowed.status, 429) << "too soon, even when it is right";
  EXPECT_EQ(field_of(slowed, "Retry-After"), "2");
  clock_.set(clock_.now() + 2 * kSecond);
  EXPECT_EQ(guess("0001").status, 403);
  EXPECT_EQ(field_of(guess("0002"), "Retry-After"), "4");
  for (int i = 0; i < 8; ++i) {
    clock_.set(clock_.now() + 300 * kSecond);
    EXPECT_EQ(guess("0003").status, 403) << i;
  }
  EXPECT_EQ(field_of(guess("0004"), "Retry-After"), "300");
  clock_.set(clock_.now() + 300 * kSecond);
  EXPECT_EQ(guess("perle-42").status, 200);
  EXPECT_EQ(guess("0005").status, 403) << "and one begins anew";
}

TEST_F(LinksTest, WithoutFiguresNoFigureIsShown) {
  std::string map = kRing;
  map +=
      "        figures: [{measure: drop_off, value: 0.37, source: étude}]\n        friction: [{id: dear, text: Cher, source: étude, n: 96, expect: "
      "{drop_off: 0.41}}]\n";
  ASSERT_TRUE(files_.write(path("maps/ring.yaml"), map).ok());
  const Made bare = make({{"kind", "share"}, {"figures", false}}), whole = make({{"kind", "share"}, {"figures", true}});
  EXPECT_NE(get(at(whole, "/page?lang=en")).body.find("37%"), std::string::npos);
  for (const char* rest : {"/picture?lang=en", "/picture?lang=en&of=slide", "/page?lang=en"}) {
    EXPECT_EQ(get(at(bare, rest)).body.find("37%"), std::string::npos) << rest;
    EXPECT_EQ(get(at(bare, rest)).body.find("41%"), std::string::npos) << rest;
    EXPECT_EQ(get(at(bare, rest)).body.find("n = 96"), std::string::npos) << rest;
    EXPECT_EQ(get(at(bare, rest)).body.find("n 96"), std::string::npos) << rest;
    EXPECT_EQ(get(at(bare, rest)).body.find("Nothing is measured yet"), std::string::npos) << "there may be figures: " << rest;
    EXPECT_EQ(get(at(bare, rest)).body.find(" assumed"), std::string::npos) << "how much is measured: " << rest;
  }
}

TEST_F(LinksTest, ALinkThatWillNotDoIsNotMade) {
  for (const Json& wish : {Json::object(), Json({{"kind", "door"}, {"until", "2026-10-01"}}), Json({{"kind", "share"}}), Json::array(),
                           Json({{"kind", "share"}, {"until", "2026-09-01"}}), Json({{"kind", "share"}, {"until", "2028-01-01"}}),
                           Json({{"kind", "share"}, {"until", "tomorrow"}}), Json({{"kind", "share"}, {"until", "2026-10-01"}, {"passcode", "abc"}}),
                           Json({{"kind", "share"}, {"until", "2026-10-01"}, {"passcode", 1234}}),
                           Json({{"kind", "share"}, {"until", "2026-10-01"}, {"name", std::string(101, 'n')}}),
                           Json({{"kind", "workshop"}, {"until", "2026-10-01"}, {"teams", std::vector<std::string>(13, "T")}}),
                           Json({{"kind", "workshop"}, {"until", "2026-10-01"}, {"teams", {1, 2}}})})
    EXPECT_EQ(send("POST", "/api/maps/ring/links", wish).status, 400) << wish.dump().substr(0, 90);
  EXPECT_EQ(json(get("/api/maps/ring/links"))["links"], Json::array());
  EXPECT_EQ(send("POST", "/api/maps/none/links", {{"kind", "share"}, {"until", "2026-10-01"}}).status, 404);
}

TEST_F(LinksTest, WhoDoesNotBelongThereIsTakenOut) {
  const Made link = make({{"kind", "workshop"}});
  const std::string ana = join(link, "Sales"), rude = join(link, "Sales");
  ASSERT_EQ(say(link, ana, {{"touchpoint", "pay"}, {"emotion", 2}}).status, 200);
  ASSERT_EQ(say(link, rude, {{"touchpoint", "pay"}, {"emotion", -2}, {"note", "!!!"}}).status, 200);
  const Json said = json(get("/api/maps/ring/links/" + std::to_string(link.id) + "/said"))["said"];
  ASSERT_EQ(said.size(), 2u);
  const std::string person = std::to_string(said[1]["person"].get<int>());
  const Json left = json(send("DELETE", "/api/maps/ring/links/" + std::to_string(link.id) + "/people/" + person));
  EXPECT_EQ(left["said"].size(), 1u);
  EXPECT_NE(views("sales").find("emotion: 2  # 1: 2\n"), std::string::npos) << views("sales");
  EXPECT_EQ(json(say(link, rude, {{"touchpoint", "pay"}, {"emotion", -2}}))["error"]["code"], "not-joined");
}

TEST_F(LinksTest, TeamsInAnyScriptKeepTheirOwnFile) {
  const Made link = make({{"kind", "workshop"}});
  ASSERT_EQ(say(link, join(link, "営業"), {{"touchpoint", "pay"}, {"emotion", 2}}).status, 200);
  ASSERT_EQ(say(link, join(link, "開発"), {{"touchpoint", "pay"}, {"emotion", -2}}).status, 200);
  EXPECT_EQ(files_.list(path("views/ring")).size(), 2u);
  EXPECT_NE(get("/api/maps/ring/picture?of=views&lang=en").body.find("4 points"), std::string::npos);
}

TEST_F(LinksTest, OfTwoWorkshopsTheLastOneSpeaks) {
  const Made first = make({{"kind", "workshop"}}), second = make({{"kind", "workshop"}});
  ASSERT_EQ(say(first, join(first, "Sales"), {{"touchpoint", "pay"}, {"emotion", -2}}).status, 200);
  ASSERT_EQ(say(second, join(second, "Sales"), {{"touchpoint", "pay"}, {"emotion", 1}}).status, 200);
  EXPECT_NE(views("sales").find("emotion: 1  # 1: 1\n"), std::string::npos) << views("sales");
}

TEST_F(LinksTest, TheFileIsPrivate) {
  (void)make({{"kind", "share"}});
  const auto rights = std::filesystem::status(path(".parcours/links.sqlite")).permissions();
  EXPECT_EQ(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all), std::filesystem::perms::none);
}

}  // namespace
}  // namespace parcours
