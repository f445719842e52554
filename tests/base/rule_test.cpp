#include "base/rule.h"

#include <gtest/gtest.h>

#include "base/dictionary.h"
#include "base/digest.h"
#include "base/suggest.h"

namespace parcours {
namespace {

using Kind = FieldTest::Kind;

TEST(Rule, TextIsExactButNumbersEqualAsNumbers) {
  const FieldTest ten{Kind::any_of, {"10", "Mobile"}, {}, {}};
  EXPECT_TRUE(passes(ten, "10.0"));
  EXPECT_TRUE(passes(ten, "Mobile"));
  EXPECT_FALSE(passes(ten, "mobile"));
  EXPECT_FALSE(passes(ten, std::nullopt));
}

TEST(Rule, NotNeedsTheFieldToBeThere) {
  const FieldTest not_mobile{Kind::none_of, {"mobile"}, {}, {}};
  EXPECT_TRUE(passes(not_mobile, "desktop"));
  EXPECT_FALSE(passes(not_mobile, "mobile"));
  EXPECT_FALSE(passes(not_mobile, std::nullopt));
}

TEST(Rule, BetweenIncludesBothEnds) {
  const FieldTest test{Kind::between, {}, 2, 5};
  EXPECT_TRUE(passes(test, "2"));
  EXPECT_TRUE(passes(test, "5.0"));
  EXPECT_FALSE(passes(test, "5.01"));
  EXPECT_FALSE(passes(test, "three"));
}

TEST(Rule, ExistsAndAbsent) {
  EXPECT_FALSE(passes({Kind::exists}, ""));
  EXPECT_TRUE(passes({Kind::exists}, "0"));
  EXPECT_TRUE(passes({Kind::absent}, std::nullopt));
}

TEST(Rule, PatternsKnowTheStarOnly) {
  EXPECT_TRUE(fits_pattern("cart_*", "cart_add"));
  EXPECT_TRUE(fits_pattern("*a*b*", "xxaxxbxx"));
  EXPECT_TRUE(fits_pattern("*", ""));
  EXPECT_FALSE(fits_pattern("cart_*", "Cart_add"));
  EXPECT_FALSE(fits_pattern("a?c", "abc"));
  EXPECT_FALSE(fits_pattern("a*b*a", "aab"));
}

TEST(Rule, NamesThePropertiesItLooksAt) {
  Rule rule{{{std::nullopt, {{"platform", {}}, {"channel", {}}}}, {std::nullopt, {{"campaign", {}}, {"platform", {}}}}}};
  EXPECT_EQ(properties_of(rule), (std::vector<std::string>{"campaign", "platform"}));
}

TEST(Suggest, FindsTheNearestOrNothing) {
  const std::vector<std::string> words = {"channel", "emotion", "touchpoints"};
  EXPECT_EQ(nearest("chanel", words), "channel");
  EXPECT_EQ(nearest("toucpohints", words), "touchpoints");
  EXPECT_EQ(nearest("xyz", words), std::nullopt);
  EXPECT_EQ(nearest("c", std::vector<std::string>{"a", "b"}), std::nullopt) << "one letter in place of another has nothing in common";
  EXPECT_EQ(nearest("A", std::vector<std::string>{"a", "b"}), "a");
  EXPECT_EQ(nearest("ca", std::vector<std::string>{"a"}), std::nullopt);
  EXPECT_EQ(nearest("da", std::vector<std::string>{"day"}), "day");
}

// BLAKE2b of the empty text at 16 bytes, from the reference implementation (b2sum -l 128 </dev/null).
TEST(Digest, IsBlake2b) { EXPECT_EQ(to_hex(digest("")), "cae66941d9efbd404e4d88758ea67670"); }

TEST(Digest, AKeyChangesIt) {
  const std::string key = random_key();
  EXPECT_EQ(digest("ana", key), digest("ana", key));
  EXPECT_NE(digest("ana", key), digest("ana"));
}

TEST(Dictionary, CopiesKeepTheirCodes) {
  Dictionary words;
  const auto code = words.intern("panier");
  const Dictionary copy = words;
  EXPECT_EQ(copy.find("panier"), code);
  EXPECT_EQ(copy.at(0), "");
  EXPECT_EQ(words.intern("panier"), code);
}

}  // namespace
}  // namespace parcours
