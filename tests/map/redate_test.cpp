#include "map/redate.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

const std::string kMap =
    "parcours: 1\ntitle: T\nreviewed: 2026-11-22   # the last review\ntarget_date: 2028-02-29\nstages:\n"
    "  - id: a\n    name: A\n    phase: before\n    when: {start: 2027-01-11, end: 2027-01-15}\n    touchpoints:\n"
    "      - {id: t, name: T, emotion: {value: 1, source: S, date: 2026-10-02}, match: {event: e, where: {day: 2026-01-01}}}\n"
    "actions:\n  - {id: x, text: Do it, due: \"2027-01-15\"}\n";

std::string moved_to(Date today) { return redated(parse_map("m.yaml", kMap), today); }

// 100 days on: 14 weeks for the plan. 11 January 2027 is a Monday, and so is 19 April.
TEST(Redate, ThePlanMovesByWholeWeeksAndSourcesStay) {
  std::string expected = kMap;
  const auto replace = [&](const std::string& from, const std::string& to) { expected.replace(expected.find(from), from.size(), to); };
  replace("2026-11-22", "2027-03-02");
  replace("2027-01-11", "2027-04-19");
  replace("2027-01-15", "2027-04-23");
  replace("\"2027-01-15\"", "2027-04-23");
  EXPECT_EQ(moved_to({2027, 3, 2}), expected);
}

TEST(Redate, TheTargetDateIsThatDayOfALaterYear) {
  EXPECT_NE(moved_to({2028, 2, 28}).find("target_date: 2028-02-29"), std::string::npos);
  EXPECT_NE(moved_to({2028, 2, 29}).find("target_date: 2029-02-28"), std::string::npos);
}

TEST(Redate, NothingMovesBack) {
  EXPECT_EQ(moved_to({2026, 11, 22}), kMap);
  EXPECT_EQ(moved_to({2020, 1, 1}), kMap);
  const std::string never = "parcours: 1\ntitle: T\nstages: []\nactions:\n  - {id: x, text: Do it, due: 2027-01-15}\n";
  EXPECT_EQ(redated(parse_map("m.yaml", never), {2030, 1, 1}), never);
}

}  // namespace
}  // namespace parcours
