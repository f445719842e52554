#include <gtest/gtest.h>

#include "questions/compare_answers.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

FunnelAnswer funnel_of(std::int64_t first, std::int64_t second) {
  FunnelAnswer answer;
  answer.steps.resize(2);
  answer.steps[0].step = "look";
  answer.steps[0].share_of_first = wilson(first, first);
  answer.steps[1].step = "buy";
  answer.steps[1].share_of_first = wilson(second, first);
  return answer;
}

TEST(CompareAnswers, AFunnelByItsStepsButTheFirst) {  // 56/70 against 48/80: Newcombe (1998), method 10; z = 2.646, p = 0.0081
  const auto rows = compare_answers(funnel_of(70, 56), funnel_of(80, 48));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].figure, "share_of_first");
  EXPECT_EQ(rows[0].at, "buy");
  EXPECT_NEAR(rows[0].difference->value, 0.2, 1e-12);
  EXPECT_NEAR(rows[0].difference->low, 0.0524, 5e-5);
  EXPECT_NEAR(rows[0].difference->high, 0.3339, 5e-5);
  EXPECT_TRUE(rows[0].surely);
}

TEST(CompareAnswers, NothingIsSureBelowThirty) {
  const auto rows = compare_answers(funnel_of(29, 28), funnel_of(29, 1));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_FALSE(rows[0].surely);
}

TEST(CompareAnswers, APathThatIsNotThereHasNobody) {
  VariantsAnswer here, there;
  here.sequences = 40;
  here.variants = {{{"a", "b"}, 30, 0}, {{"a"}, 10, 0}};
  there.sequences = 50;
  there.variants = {{{"a"}, 50, 0}};
  const auto rows = compare_answers(here, there);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at, "a → b");
  EXPECT_EQ(rows[0].there.count, 0);
  EXPECT_EQ(rows[0].there.n, 50);
  EXPECT_EQ(rows[1].here.value, 0.25);
  EXPECT_EQ(rows[1].there.value, 1);
}

TEST(CompareAnswers, AFlowHasNoShares) { EXPECT_TRUE(compare_answers(FlowAnswer{}, FlowAnswer{}).empty()); }

}  // namespace
}  // namespace parcours
