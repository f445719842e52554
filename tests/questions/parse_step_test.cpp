#include "questions/parse_step.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

using Kind = FieldTest::Kind;

std::string complaint(const std::string& text) {
  const auto parsed = parse_step(text);
  return parsed.ok() ? "parsed" : render(parsed.failure().what, text, Lang::en);
}

TEST(ParseStep, TakesANameOrAnyOfSeveral) {
  EXPECT_EQ(parse_step("purchase")->rule, (Rule{{{FieldTest{Kind::any_of, {"purchase"}}, {}}}}));
  EXPECT_EQ(parse_step("cart, add to cart")->rule, (Rule{{{FieldTest{Kind::any_of, {"cart", "add to cart"}}, {}}}}));
  EXPECT_EQ(parse_step(" cart ")->name, "cart");
}

TEST(ParseStep, AFilterBelongsToTheNameBeforeIt) {
  const Rule rule = parse_step("cart,add_to_cart[platform=mobile,value>=10]")->rule;
  ASSERT_EQ(rule.any.size(), 2u);
  EXPECT_TRUE(rule.any[0].where.empty());
  EXPECT_EQ(rule.any[1].where[0], (FieldCondition{"platform", {Kind::any_of, {"mobile"}}}));
  EXPECT_EQ(rule.any[1].where[1].test.min, 10);
}

TEST(ParseStep, AStarIsAPatternUnlessEscaped) {
  EXPECT_EQ(parse_step("cart_*")->rule.any[0].event->kind, Kind::like);
  const Rule literal = parse_step("cart_\\*")->rule;
  EXPECT_EQ(literal.any[0].event->kind, Kind::any_of);
  EXPECT_EQ(literal.any[0].event->values[0], "cart_*");
}

TEST(ParseStep, EscapesTakeSignsAsTheyAre) {
  EXPECT_EQ(parse_step("a\\,b\\[c\\]")->rule.any[0].event->values[0], "a,b[c]");
  EXPECT_EQ(parse_step("a[x=1\\,5]")->rule.any[0].where[0].test.values[0], "1,5");
}

struct Filter {
  const char* text;
  FieldCondition condition;
};

TEST(ParseWhere, ReadsEveryForm) {
  const Filter filters[] = {{"platform=mobile", {"platform", {Kind::any_of, {"mobile"}}}},
                            {"platform=mobile|tablet", {"platform", {Kind::any_of, {"mobile", "tablet"}}}},
                            {"platform!=mobile", {"platform", {Kind::none_of, {"mobile"}}}},
                            {"campaign~valentin*", {"campaign", {Kind::like, {"valentin*"}}}},
                            {"campaign!~valentin*", {"campaign", {Kind::not_like, {"valentin*"}}}},
                            {"value>=1.5", {"value", {Kind::between, {}, 1.5, {}}}},
                            {"value<=9", {"value", {Kind::between, {}, {}, 9.0}}},
                            {"city=Paris, France", {"city", {Kind::any_of, {"Paris, France"}}}},
                            {"coupon", {"coupon", {Kind::exists}}},
                            {"!coupon", {"coupon", {Kind::absent}}}};
  for (const auto& [text, condition] : filters) {
    const auto parsed = parse_where(text);
    ASSERT_TRUE(parsed.ok()) << text;
    EXPECT_EQ(*parsed, condition) << text;
    EXPECT_EQ(*parse_where(show_filter(*parsed)), condition) << show_filter(*parsed);
  }
}

TEST(ParseStep, ComplainsWithACaret) {
  EXPECT_EQ(complaint("cart[platform=mobile"),
            "error[bad-step]: this bracket is never closed\n"
            "    1 | cart[platform=mobile\n"
            "      |     ^\n");
  EXPECT_EQ(complaint("cart[value>=ten]"),
            "error[bad-step]: “ten” is not a number\n"
            "    1 | cart[value>=ten]\n"
            "      |             ^^^ write field=value, field!=value, field~pattern*, field>=1 or field<=9; \\ before a sign takes it as it is\n");
}

TEST(ParseStep, NamesWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {{"", "a name is missing"},
                                                       {"a,,b", "a name is missing"},
                                                       {"a]", "this bracket closes nothing"},
                                                       {"a[x=1]b", "a comma is expected here"},
                                                       {"a[]", "a filter is missing"},
                                                       {"a[=1]", "the name of the field is missing"},
                                                       {"a[x=]", "a value is missing"},
                                                       {"a[x>1]", "“>” compares nothing"},
                                                       {"a[!x=1]", "“=” compares nothing"}};
  for (const auto& [text, words] : cases) EXPECT_NE(complaint(text).find(words), std::string::npos) << text << ": " << complaint(text);
}

TEST(ShowRule, IsWhatWasTyped) {
  for (const char* text : {"purchase", "cart,add to cart", "cart,add_to_cart[platform=mobile,value>=10]", "cart_*[!coupon]", "a\\,b"})
    EXPECT_EQ(show_rule(parse_step(text)->rule), text);
}

TEST(Narrowed, AddsToEveryCondition) {
  const Rule rule = narrowed(parse_step("a,b[x=1]")->rule, {*parse_where("platform=mobile")});
  EXPECT_EQ(show_rule(rule), "a[platform=mobile],b[x=1,platform=mobile]");
}

}  // namespace
}  // namespace parcours
