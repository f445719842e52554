#include "measures/claims.h"

#include <gtest/gtest.h>

#include "cases/random_events.h"
#include "measures/field_values.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

CaseEvent event(const char* name) { return {"ada", 0, TimeUnit::ms, name, "", "", {}, {}, {}}; }

// One event with everything, one with nothing but its name.
std::vector<CaseEvent> two_events() {
  CaseEvent full = event("cart");
  full.channel = "web";
  full.source = "mail";
  full.value = 10;
  full.score = 7.5;
  full.properties = {{"colour", "red"}, {"size", "10.0"}};
  return {full, event("cart")};
}

// "10": which of the two events the rule claims.
std::string claimed(const char* rule) {
  const EventIndex index = index_of(two_events(), Zone::utc());
  const CompiledRule compiled(parse_step(rule)->rule, index);
  return std::string(compiled.claims(0) ? "1" : "0") + (compiled.claims(1) ? "1" : "0");
}

TEST(Claims, TextsAreExactAndNumbersEqualAsNumbers) {
  EXPECT_EQ(claimed("cart"), "11");
  EXPECT_EQ(claimed("Cart"), "00");
  EXPECT_EQ(claimed("ca*"), "11");
  EXPECT_EQ(claimed("cart[channel=web]"), "10");
  EXPECT_EQ(claimed("cart[channel=Web]"), "00");
  EXPECT_EQ(claimed("cart[size=10]"), "10");
  EXPECT_EQ(claimed("cart[value=10.00]"), "10");
  EXPECT_EQ(claimed("cart[value=ten|10]"), "10");
  EXPECT_EQ(claimed("cart[value~1*]"), "10");
  EXPECT_EQ(claimed("cart[value!~1*]"), "00");
  EXPECT_EQ(claimed("cart[score>=7.5]"), "10");
  EXPECT_EQ(claimed("cart[score>=7.6]"), "00");
  EXPECT_EQ(claimed("cart[source=mail,colour=red]"), "10");
  EXPECT_EQ(claimed("cart[source=mail,colour=blue]"), "00");
}

TEST(Claims, AnAbsentFieldPassesOnlyWhenItShallBeAbsent) {
  EXPECT_EQ(claimed("cart[colour]"), "10");
  EXPECT_EQ(claimed("cart[!colour]"), "01");
  EXPECT_EQ(claimed("cart[colour!=blue]"), "10");
  EXPECT_EQ(claimed("cart[value!=3]"), "10");
  EXPECT_EQ(claimed("cart[!value]"), "01");
  EXPECT_EQ(claimed("cart[!nowhere]"), "11");
  EXPECT_EQ(claimed("cart[nowhere!=1]"), "00");
}

TEST(Claims, SeveralRulesAtOnceAreEachRule) {
  const std::vector<const char*> kRules = {"a", "a,b[channel=web]", "*[value>=2]", "c[colour=1]", "d[!score]"};
  std::vector<Rule> rules;
  for (const char* rule : kRules) rules.push_back(parse_step(rule)->rule);
  Dice dice(7);
  const EventIndex index = index_of(random_events(dice, {.customers = 20}, Zone::utc()), Zone::utc());
  const Claims claims(rules, index);
  std::uint64_t seen = 0;
  for (std::size_t row = 0; row < index.size(); ++row) {
    const std::uint64_t claimed = claims.of(row);
    seen |= claimed;
    for (std::size_t i = 0; i < rules.size(); ++i)
      EXPECT_EQ(claimed >> i & 1, CompiledRule(rules[i], index).claims(row)) << kRules[i] << " row " << row;
  }
  EXPECT_EQ(seen, 0b11111u);
}

TEST(FieldValues, NumbersThatAreEqualHaveOneRepresentative) {
  std::vector<CaseEvent> events;
  for (const char* size : {"1", "1.0", "one", "1.00", "2"}) events.push_back(event("x")), events.back().properties["size"] = size;
  events.push_back(event("x"));
  const EventIndex index = index_of(events, Zone::utc());
  const auto values = FieldValues::of(index, "size");
  const auto same = values.representatives();
  const auto of = [&](std::size_t row) { return same[values.code(row)]; };
  EXPECT_EQ(of(0), of(1));
  EXPECT_EQ(of(0), of(3));
  EXPECT_NE(of(0), of(2));
  EXPECT_NE(of(0), of(4));
  EXPECT_EQ(of(5), 0u);
  EXPECT_EQ(values.text(values.code(1)), "1.0");
}

TEST(FieldValues, NumbersAreWrittenAsText) {
  const EventIndex index = index_of(two_events(), Zone::utc());
  const auto values = FieldValues::of(index, "score");
  EXPECT_EQ(values.text(values.code(0)), "7.5");
  EXPECT_EQ(values.code(1), 0u);
}

TEST(FieldValues, NoEventHasAFieldThatIsNotThere) {
  const EventIndex index = index_of(two_events(), Zone::utc());
  const auto values = FieldValues::of(index, "color");
  EXPECT_EQ(values.code(0), 0u);
  EXPECT_EQ(values.code(1), 0u);
  EXPECT_EQ(values.representatives(), std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace parcours
