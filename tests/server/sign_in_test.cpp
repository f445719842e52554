// Signing in and staying so; what is tried against it.
#include "server/access_fixture.h"

#include <sys/stat.h>

namespace parcours {
namespace {

TEST_F(AccessTest, TheCodeLetsTheFirstAdministratorInOnce) {
  serve({"ana"});
  const std::string code = access_->setup_code();
  ASSERT_EQ(code.size(), 9u);
  EXPECT_EQ(json(ask("GET", "/api/session"))["first_run"], true);
  const auto body = [&](const std::string& with, const std::string& password) {
    return Json{{"code", with}, {"name", " Ana@example.com "}, {"password", password}}.dump();
  };
  EXPECT_EQ(ask("POST", "/api/setup", body("AAAA-AAAA", kPassword)).status, 401);
  EXPECT_EQ(ask("POST", "/api/setup", body(code, "short")).status, 400);
  EXPECT_EQ(ask("POST", "/api/setup", body(code, "ANA@example.com")).status, 400) << "the name itself";
  std::string typed = code.substr(0, 4) + " " + code.substr(5);
  for (char& c : typed) c = static_cast<char>(std::tolower(c));
  const Response done = ask("POST", "/api/setup", body(typed, kPassword));
  ASSERT_EQ(done.status, 200);
  EXPECT_EQ(json(done)["name"], "Ana@example.com");
  EXPECT_EQ(json(done)["administrator"], true);
  EXPECT_EQ(ask("GET", "/api/accounts", "", cookie_in(done)).status, 200);
  EXPECT_EQ(ask("POST", "/api/setup", body(code, kPassword)).status, 401);
  EXPECT_EQ(json(ask("GET", "/api/session"))["first_run"], false);
  serve({"ana"});
  EXPECT_EQ(access_->setup_code(), "") << "nor after the next start";
}

TEST_F(AccessTest, TheCookieIsForTheServerAlone) {
  serve({"ana"});
  add("root", true);
  const std::string plain = field_of(sign_in("ROOT", kPassword), "Set-Cookie");
  EXPECT_NE(plain.find("; HttpOnly; SameSite=Strict"), std::string::npos);
  EXPECT_EQ(plain.find("Secure"), std::string::npos);
  serve({"ana"}, "https://parcours.example");
  const Response secure = sign_in("root", kPassword);
  EXPECT_EQ(field_of(secure, "Set-Cookie").substr(0, 16), "__Host-parcours=");
  EXPECT_NE(field_of(secure, "Set-Cookie").find("; Secure"), std::string::npos);
  EXPECT_NE(field_of(secure, "Strict-Transport-Security"), "");
}

TEST_F(AccessTest, WrongUnknownAndClosedAreToldAlike) {
  serve({"ana"});
  const std::int64_t root = add("root", true), eve = add("eve", false, {{"ana", Role::editor}});
  Account closed = access_->accounts().with_id(eve).value().value();
  closed.disabled = true;
  ASSERT_TRUE(access_->accounts().change(closed).ok());
  Account invited;
  invited.name = "ida";
  ASSERT_TRUE(access_->accounts().add(invited, "").ok());
  const Response wrong = sign_in("root", "not the password");
  EXPECT_EQ(wrong.status, 401);
  for (const char* name : {"nobody at all", "eve", "ida"}) {
    const Response other = sign_in(name, kPassword);
    EXPECT_EQ(other.status, 401) << name;
    EXPECT_EQ(other.body, wrong.body) << name;
  }
  EXPECT_EQ(noted().front(), "sign-in-failed ida ");
  EXPECT_EQ(ask("GET", "/api/workspace", "", cookie_of(root)).status, 200);
}

TEST_F(AccessTest, WhoGuessesWaitsLongerEachTime) {
  serve({"ana"});
  add("root", true);
  for (int n = 0; n < Guessing::kFree; ++n) EXPECT_EQ(sign_in("root", "wrong").status, 401);
  EXPECT_EQ(sign_in("root", "wrong").status, 401);
  for (const TimeMs wait : {1000, 2000, 4000}) {
    const Response refused = sign_in("root", kPassword);
    EXPECT_EQ(refused.status, 429) << "the right password too";
    EXPECT_EQ(field_of(refused, "Retry-After"), std::to_string(wait / 1000));
    EXPECT_EQ(sign_in("root", kPassword, "203.0.113.9").status, 429) << "from elsewhere too";
    clock_.set(clock_.now() + wait);
    EXPECT_EQ(sign_in("root", "wrong").status, 401);
  }
  clock_.set(clock_.now() + Guessing::kAccountMostMs);
  EXPECT_EQ(sign_in("root", kPassword, "203.0.113.9").status, 200) << "its owner is kept out for a minute at most";
}

TEST_F(AccessTest, OneAddressThatTriesManyNamesWaits) {
  Guessing guessing;
  TimeMs now = 1'000'000;
  for (int n = 0; n < 40; ++n) guessing.failed("name " + std::to_string(n), "2001:db8:1:2:aaaa::" + std::to_string(n), now);
  EXPECT_EQ(guessing.wait("another", "2001:db8:1:2::9", now), Guessing::kAddressMostMs) << "one network of version 6 is one address";
  EXPECT_EQ(guessing.wait("another", "2001:db8:1:3::9", now), 0);
  guessing.succeeded("another");
  EXPECT_GT(guessing.wait("another", "2001:db8:1:2::9", now), 0) << "an account of one’s own pays for nothing";
  for (int n = 0; n < 50'000; ++n) guessing.failed("", "10.0." + std::to_string(n / 250) + "." + std::to_string(n % 250), ++now);
  EXPECT_EQ(guessing.wait("", "198.51.100.1", now), 0) << "and memory stays bounded";
}

TEST_F(AccessTest, ASessionEndsByItselfByHandAndWithTheAccount) {
  serve({"ana"});
  const std::int64_t root = add("root", true), eve = add("eve", false, {{"ana", Role::editor}});
  const auto status = [&](const std::string& cookie) { return ask("GET", "/api/workspace", "", cookie).status; };
  const std::string idle = cookie_of(root);
  clock_.set(clock_.now() + Sessions::kIdleMs - 1);
  EXPECT_EQ(status(idle), 200);
  clock_.set(clock_.now() + Sessions::kIdleMs - 1);
  EXPECT_EQ(status(idle), 200) << "it was used";
  clock_.set(clock_.now() + Sessions::kIdleMs);
  EXPECT_EQ(status(idle), 401);

  const std::string old = cookie_of(root);
  for (TimeMs age = 0; age < Sessions::kWholeMs; age += Sessions::kIdleMs / 2) {
    EXPECT_EQ(status(old), 200);
    clock_.set(clock_.now() + Sessions::kIdleMs / 2);
  }
  EXPECT_EQ(status(old), 401) << "however much it was used";

  const std::string left = cookie_of(eve);
  EXPECT_EQ(ask("DELETE", "/api/session", "", left).status, 200);
  EXPECT_EQ(status(left), 401);

  const std::string open = cookie_of(eve);
  EXPECT_EQ(ask("PUT", "/api/accounts/" + std::to_string(eve), R"({"roles": {"ana": "reader"}})", cookie_of(root)).status, 200);
  EXPECT_EQ(ask("POST", "/api/maps", R"({"template": "shop"})", open).status, 403) << "at once";
  EXPECT_EQ(ask("PUT", "/api/accounts/" + std::to_string(eve), R"({"disabled": true})", cookie_of(root)).status, 200);
  EXPECT_EQ(status(open), 401);
  EXPECT_EQ(status("parcours-8787=nonsense"), 401);
  EXPECT_EQ(status("other=1; parcours-8787="), 401);
}

TEST_F(AccessTest, AnotherPasswordEndsTheOtherSessions) {
  serve({"ana"});
  const std::int64_t root = add("root", true);
  const std::string here = cookie_of(root), there = cookie_of(root);
  EXPECT_EQ(ask("POST", "/api/password", Json{{"old", "wrong"}, {"password", "another password"}}.dump(), here).status, 422);
  EXPECT_EQ(ask("POST", "/api/password", Json{{"old", kPassword}, {"password", "another password"}}.dump(), here).status, 200);
  EXPECT_EQ(ask("GET", "/api/workspace", "", here).status, 200);
  EXPECT_EQ(ask("GET", "/api/workspace", "", there).status, 401);
  EXPECT_EQ(sign_in("root", kPassword).status, 401);
  EXPECT_EQ(sign_in("root", "another password").status, 200);
}

TEST_F(AccessTest, ALinkToChooseAPasswordServesOnce) {
  serve({"ana"});
  const std::string root = cookie_of(add("root", true));
  const Json made = json(ask("POST", "/api/accounts", R"({"name": "Ida", "roles": {"ana": "reader"}})", root));
  const auto token_in = [](const Json& answer) {
    const std::string link = answer["link"];
    return link.substr(link.find('#') + 1);
  };
  const auto choose = [&](const std::string& token) {
    return ask("POST", "/api/password-link", Json{{"token", token}, {"password", "ida chooses this"}}.dump());
  };
  const std::string id = std::to_string(made["account"]["id"].get<std::int64_t>());
  const std::string second = token_in(json(ask("POST", "/api/accounts/" + id + "/link", "{}", root)));
  EXPECT_EQ(choose(token_in(made)).status, 401) << "the next link takes the place of the first";
  const Response chosen = choose(second);
  ASSERT_EQ(chosen.status, 200);
  EXPECT_EQ(ask("GET", "/api/workspace", "", cookie_in(chosen)).status, 200);
  EXPECT_EQ(choose(second).status, 401);
  const std::string third = token_in(json(ask("POST", "/api/accounts/" + id + "/link", "{}", root)));
  clock_.set(clock_.now() + Sessions::kLinkMs);
  EXPECT_EQ(choose(third).status, 401) << "too late";
  EXPECT_EQ(sign_in("ida", "ida chooses this").status, 200);
}

TEST_F(AccessTest, WhatWillNotDoOfAnAccountIsSaid) {
  serve({"ana"});
  const std::int64_t id = add("root", true);
  const std::string root = cookie_of(id), self = "/api/accounts/" + std::to_string(id);
  for (const char* body : {"[]", "{}", R"({"name": ""})", R"({"name": "ROOT"})", R"({"name": "x", "roles": {"ana": "administrator"}})",
                           R"({"name": "x", "roles": {"nowhere": "reader"}})", R"({"name": "x", "disabled": 1})"})
    EXPECT_EQ(ask("POST", "/api/accounts", body, root).status, 422) << body;
  EXPECT_EQ(ask("PUT", self, R"({"administrator": false})", root).status, 422) << "there is always one who can";
  EXPECT_EQ(ask("PUT", self, R"({"disabled": true})", root).status, 422);
  EXPECT_EQ(ask("PUT", "/api/accounts/99", "{}", root).status, 404);
  EXPECT_EQ(ask("PUT", "/api/accounts/x", "{}", root).status, 404);
}

TEST_F(AccessTest, TheFileIsPrivateAndHoldsNeitherPasswordsNorTokens) {
  serve({"ana"});
  add("root", true);
  const std::string token = access_->token_of([&] {
    Request request;
    request.fields["cookie"] = cookie_in(sign_in("root", kPassword));
    return request;
  }());
  ASSERT_GE(token.size(), 40u);
  std::size_t looked = 0;
  for (const auto& file : std::filesystem::directory_iterator(at("ana") + "/.parcours")) {
    struct stat status {};
    ASSERT_EQ(::stat(file.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0077, 0u) << file.path();
    const std::string bytes = files_.read(file.path().string()).value();
    EXPECT_EQ(bytes.find(token), std::string::npos);
    EXPECT_EQ(bytes.find(kPassword), std::string::npos);
    ++looked;
  }
  EXPECT_GE(looked, 1u);
}

TEST_F(AccessTest, TheLogSaysWhoDidWhatAndIsOnlyAddedTo) {
  serve({"ana"});
  const std::string eve = cookie_of(add("eve", false, {{"ana", Role::editor}}));
  const std::string of = json(ask("GET", "/api/maps/ring", "", eve))["of"];
  ASSERT_EQ(ask("POST", "/api/maps/ring/edits", Json{{"of", of}, {"edits", {{{"set", "title"}, {"value", "T"}}}}}.dump(), eve).status, 200);
  EXPECT_EQ(ask("POST", "/api/maps/ring/edits", "{}", eve).status, 400);
  EXPECT_EQ(noted(), (std::vector<std::string>{"map-edited eve ring"})) << "what was refused was not done";
  const AuditLine line = access_->audit().latest(0, 1).value().front();
  EXPECT_EQ(line.kind, "account");
  EXPECT_EQ(line.workspace, "ana");
  EXPECT_EQ(line.address, "198.51.100.7");
  EXPECT_EQ(line.at, clock_.now());
  Sqlite file = Sqlite::open(at("ana") + "/.parcours/accounts.sqlite").value();
  EXPECT_FALSE(file.run("UPDATE audit SET who = 'somebody else'").ok());
  EXPECT_FALSE(file.run("DELETE FROM audit").ok());
  EXPECT_EQ(noted().size(), 1u);
  const auto made = ask("POST", "/api/maps", Json{{"template", "hotel"}}.dump(), eve);
  ASSERT_EQ(made.status, 201);
  const AuditLine newest = access_->audit().latest(0, 1).value().front();
  EXPECT_EQ(newest.what, "map-made");
  EXPECT_EQ(newest.about, json(made)["id"].get<std::string>());
}

TEST_F(AccessTest, WhoListensIsCutOffWhenHeIsSignedOut) {
  serve({"ana"});
  Told told;
  told.request.path = "/api/changes";
  told.request.fields["cookie"] = cookie_of(add("root", true));
  EXPECT_NE(service_->changes(told).find("event: there"), std::string::npos);
  EXPECT_FALSE(told.ended);
  ASSERT_EQ(ask("DELETE", "/api/session", "", told.request.fields["cookie"]).status, 200);
  EXPECT_EQ(service_->changes(told), "");
  EXPECT_TRUE(told.ended);
}

TEST_F(AccessTest, OnlyWhoMayImportSendsLargeFiles) {
  serve({"ana"});
  Request request;
  request.target = "/api/imports?name=a.csv";
  EXPECT_EQ(service_->body_bytes_max(request), 1u << 20);
  request.fields["cookie"] = cookie_of(add("eve", false, {{"ana", Role::editor}}));
  EXPECT_EQ(service_->body_bytes_max(request), 256u << 20);
}

// Of two workspaces one is broken: the other answers, the broken one says why and where, and opens once it is mended.
TEST_F(AccessTest, ABrokenWorkspaceKeepsNoOtherFromBeingServed) {
  const std::string settings = at("bob") + "/parcours.yaml", good = files_.read(settings, 1 << 20).value();
  ASSERT_TRUE(files_.write(settings, "parcours: 1\nlanguage: klingon\n").ok());
  serve({"ana", "bob"});
  const std::string eve = cookie_of(add("eve", true));
  const auto line = [&](std::size_t at) { return json(ask("GET", "/api/session?lang=en", "", eve))["workspaces"][at]; };
  EXPECT_EQ(line(0)["name"], "Maison ana");
  EXPECT_EQ(line(0)["problem"], "");
  EXPECT_EQ(line(1)["name"], "bob");
  EXPECT_EQ(line(1)["problem"].get<std::string>().find("parcours.yaml:2:11: "), 0u) << line(1)["problem"];
  EXPECT_EQ(ask("GET", "/w/ana/api/workspace", "", eve).status, 200);
  const Response refused = ask("GET", "/w/bob/api/workspace?lang=en", "", eve);
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(json(refused)["error"]["message"], line(1)["problem"]);
  ASSERT_TRUE(files_.write(settings, good).ok());
  EXPECT_EQ(line(1)["problem"], "");
  EXPECT_EQ(ask("GET", "/w/bob/api/workspace", "", eve).status, 200);
}

TEST(ServerReach, ItsAddressesAreThisMachineAndOneElsewhere) {
  const ServerReach here{8787, ""}, both{8787, "https://parcours.example"};
  EXPECT_FALSE(here.is_host("parcours.example"));
  EXPECT_TRUE(both.is_host("parcours.example"));
  EXPECT_TRUE(both.is_host("127.0.0.1:8787"));
  EXPECT_FALSE(both.is_host("parcours.example:8787"));
  EXPECT_TRUE(both.is_origin("https://parcours.example"));
  EXPECT_FALSE(both.is_origin("http://parcours.example"));
  EXPECT_EQ(elsewhere_of("https://parcours.example/"), "https://parcours.example");
  for (const char* bad : {"", "parcours.example", "https://", "ftp://a", "https://a/b", "https://a@b", "https://A b"})
    EXPECT_FALSE(elsewhere_of(bad)) << bad;
  EXPECT_EQ(both.asker("127.0.0.1", "10.0.0.1, 203.0.113.9"), "203.0.113.9") << "what the nearest proxy says";
  EXPECT_EQ(both.asker("198.51.100.7", "203.0.113.9"), "198.51.100.7") << "no proxy of ours";
  EXPECT_EQ(here.asker("127.0.0.1", "203.0.113.9"), "127.0.0.1");
}

}  // namespace
}  // namespace parcours
