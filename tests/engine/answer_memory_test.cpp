// What was measured is given again to the very same question of the very same data, and to no other.
#include "engine/native/answer_memory.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

Rule named(const std::string& event) { return {{{FieldTest{FieldTest::Kind::any_of, {event}, {}, {}}, {}}}}; }

MeasureQuestion usual() {
  MeasureQuestion question;
  question.stages = {{"look", false, {{"post", named("ad_view"), {}}}}, {"buy", false, {{"pay", named("pay"), named("refused")}}}};
  question.goal = "pay";
  return question;
}

MeasureAnswer of(std::int64_t customers) {
  MeasureAnswer answer;
  answer.all.customers = customers;
  return answer;
}

TEST(AnswerMemory, TheSameQuestionOfTheSameDataAlone) {
  AnswerMemory memory;
  memory.keep(usual(), "1", of(7));
  ASSERT_TRUE(memory.find(usual(), "1"));
  EXPECT_EQ(memory.find(usual(), "1")->all.customers, 7);
  EXPECT_FALSE(memory.find(usual(), "2"));
  EXPECT_FALSE(memory.find(usual(), "1")) << "of other data all is forgotten, also when they come back";
}

// Whatever is asked otherwise is another question: one change a time, of every member there is.
TEST(AnswerMemory, AnyDifferenceIsAnotherQuestion) {
  using Change = void (*)(MeasureQuestion&);
  const std::vector<Change> changes = {
      [](MeasureQuestion& q) { q.scope.since = 1; },
      [](MeasureQuestion& q) { q.scope.until = 1; },
      [](MeasureQuestion& q) {
        q.scope.where = {{"channel", {FieldTest::Kind::any_of, {"shop"}, {}, {}}}};
      },
      [](MeasureQuestion& q) { q.scope.per = Per::journey; },
      [](MeasureQuestion& q) { q.scope.inactivity = kDay; },
      [](MeasureQuestion& q) { q.stages.pop_back(); },
      [](MeasureQuestion& q) { q.stages[0].id = "see"; },
      [](MeasureQuestion& q) { q.stages[0].after_goal = true; },
      [](MeasureQuestion& q) { q.stages[0].touchpoints.clear(); },
      [](MeasureQuestion& q) { q.stages[0].touchpoints[0].id = "film"; },
      [](MeasureQuestion& q) { q.stages[0].touchpoints[0].match = named("film"); },
      [](MeasureQuestion& q) { q.stages[1].touchpoints[0].failure = {}; },
      [](MeasureQuestion& q) { q.goal = ""; },
      [](MeasureQuestion& q) { q.window.reset(); },
      [](MeasureQuestion& q) { q.currency = "CHF"; },
      [](MeasureQuestion& q) { q.leads_to = "look"; },
      [](MeasureQuestion& q) { q.by = "channel"; },
      [](MeasureQuestion& q) {
        q.list = ListAt{"pay", ListWho::lost};
      },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    MeasureQuestion other = usual();
    changes[i](other);
    AnswerMemory memory;
    memory.keep(usual(), "1", of(7));
    EXPECT_FALSE(memory.find(other, "1")) << i;
    memory.keep(other, "1", of(8));
    EXPECT_EQ(memory.find(usual(), "1")->all.customers, 7) << i;
    if (other.list) {
      EXPECT_FALSE(memory.find(other, "1")) << "lists are not kept";
    } else {
      EXPECT_EQ(memory.find(other, "1")->all.customers, 8) << i;
    }
  }
}

TEST(AnswerMemory, TheOneNotAskedForLongestMakesRoom) {
  AnswerMemory memory;
  const auto numbered = [](std::size_t n) {
    MeasureQuestion question = usual();
    question.by = std::to_string(n);
    return question;
  };
  for (std::size_t n = 0; n < AnswerMemory::kMost; ++n) memory.keep(numbered(n), "1", of(static_cast<std::int64_t>(n)));
  ASSERT_TRUE(memory.find(numbered(0), "1"));
  memory.keep(numbered(99), "1", of(99));
  EXPECT_EQ(memory.size(), AnswerMemory::kMost);
  EXPECT_TRUE(memory.find(numbered(0), "1"));
  EXPECT_FALSE(memory.find(numbered(1), "1"));
  EXPECT_EQ(memory.find(numbered(99), "1")->all.customers, 99);
}

}  // namespace
}  // namespace parcours
