// Passwords and passcodes are compared beside everything else: what a request needs is said, nothing happens before it is done, and others are
// answered.
#include "server/access_fixture.h"
#include "server/slow_secrets.h"

namespace parcours {
namespace {

TEST(SlowSecrets, WhatIsNotDoneIsNeeded) {
  std::vector<SlowSecret> known;
  SlowSecrets first(known);
  EXPECT_FALSE(first.is("perle", "kept").ok());
  ASSERT_TRUE(first.needed());
  EXPECT_EQ(first.needed()->typed, "perle");
  EXPECT_EQ(first.needed()->kept, "kept");
  known = {{"perle", "kept", true, {}}, {"autre", "", false, {}}};
  SlowSecrets again(known);
  EXPECT_TRUE(again.is("perle", "kept").value());
  EXPECT_FALSE(again.is("autre", "").value());
  EXPECT_FALSE(again.needed());
  EXPECT_FALSE(again.is("perle", "of another").ok()) << "right for the one is not right for the other";
  EXPECT_TRUE(again.needed());
}

TEST(SlowSecrets, WhatIsKeptIsKnownAgain) {
  const SlowSecret kept = done({"perle-42", std::nullopt});
  ASSERT_TRUE(kept.made && kept.made->ok());
  EXPECT_TRUE(done({"perle-42", **kept.made}).right);
  EXPECT_FALSE(done({"perle-43", **kept.made}).right);
  EXPECT_FALSE(done({"perle-42", ""}).right) << "nobody's";
}

class SlowSignInTest : public AccessTest {
 protected:
  Request sign_in(const std::string& name, const std::string& password) {
    Request request;
    request.method = "POST";
    request.target = "/api/session";
    request.fields = {{"host", "127.0.0.1:8787"}, {"content-type", "application/json"}};
    request.body = Json{{"name", name}, {"password", password}}.dump();
    request.address = "198.51.100.7";
    return request;
  }
};

TEST_F(SlowSignInTest, OthersAreAnsweredWhileOneIsLookedAt) {
  serve({"ana"});
  const std::string root = cookie_of(add("root", true));
  Request request = sign_in("root", kPassword);
  const Response not_yet = service_->handle_quickly(request);
  ASSERT_TRUE(not_yet.needs);
  EXPECT_TRUE(not_yet.body.empty());
  EXPECT_EQ(ask("GET", "/api/maps/ring", "", root).status, 200) << "meanwhile";
  request.secrets.push_back(done(*not_yet.needs));
  const Response in = service_->handle_quickly(request);
  EXPECT_FALSE(in.needs);
  EXPECT_EQ(in.status, 200);
  EXPECT_EQ(json(ask("GET", "/api/audit", "", root))["lines"].size(), 1u) << "noted once";
}

// Many guesses at once are no more than as many one after the other: each is weighed when its turn has come.
TEST_F(SlowSignInTest, GuessesMadeTogetherWaitAsThoseMadeInTurn) {
  serve({"ana"});
  add("root", true);
  std::vector<Request> guesses;
  for (int n = 0; n < 8; ++n) {
    Request guess = sign_in("root", n == 7 ? kPassword : "wrong and wrong again");
    const Response not_yet = service_->handle_quickly(guess);
    ASSERT_TRUE(not_yet.needs) << n;
    SlowSecret looked_at = *not_yet.needs;
    looked_at.right = n == 7;
    guess.secrets.push_back(looked_at);
    guesses.push_back(std::move(guess));
  }
  std::vector<int> told;
  for (Request& guess : guesses) told.push_back(service_->handle_quickly(guess).status);
  EXPECT_EQ(told, (std::vector<int>{401, 401, 401, 401, 401, 429, 429, 429})) << "four failures cost nothing, the fifth a wait";
}

}  // namespace
}  // namespace parcours
