#include "base/secret.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace parcours {
namespace {

TEST(Secret, APasswordIsKnownAgainAndNotKept) {
  const std::string hash = kept_passcode("quatre mots au hasard").value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_NE(hash, kept_passcode("quatre mots au hasard").value()) << "salted";
  EXPECT_TRUE(is_password("quatre mots au hasard", hash));
  EXPECT_FALSE(is_password("quatre mots au hasar", hash));
  EXPECT_FALSE(is_password("", hash));
  EXPECT_FALSE(is_password("", "")) << "no password yet is none that could be typed";
  EXPECT_FALSE(is_password("nonsense", "nonsense"));
}

TEST(Secret, TokensStandInAddressesAsTheyAre) {
  const std::string one = random_long_token();
  EXPECT_EQ(one.size(), 43u);
  EXPECT_TRUE(std::all_of(one.begin(), one.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; })) << one;
  EXPECT_NE(one, random_long_token());
}

// The value is that of `printf abc | b2sum -l 256`.
TEST(Secret, ADigestOfATokenIsBlake2b) { EXPECT_EQ(digest_of_token("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"); }

TEST(Secret, SecretsAreTheSameOrNot) {
  EXPECT_TRUE(is_same_secret("K7QF-2M9D", "K7QF-2M9D"));
  EXPECT_FALSE(is_same_secret("K7QF-2M9D", "K7QF-2M9E"));
  EXPECT_FALSE(is_same_secret("K7QF-2M9D", ""));
}

}  // namespace
}  // namespace parcours
