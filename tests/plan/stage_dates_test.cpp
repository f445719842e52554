// The two cases of the sources, what cannot be settled, and random maps against dates counted day by day.
#include "map/stage_dates.h"

#include <gtest/gtest.h>

#include <random>

namespace parcours {
namespace {

Stage stage(std::string id, When when) {
  Stage s;
  s.id = std::move(id);
  s.when = when;
  return s;
}

std::string shown(const std::optional<Date>& date) { return date ? show(*date) : "?"; }
std::string range(const std::optional<Date>& a, const std::optional<Date>& b) { return a == b ? shown(a) : shown(a) + ".." + shown(b); }

std::string shown(const JourneyMap& map) {
  std::string out;
  for (const auto& d : stage_dates(map))
    out += d.stage + " " + range(d.from_earliest, d.from_latest) + " until " + range(d.until_earliest, d.until_latest) + "\n";
  return out;
}

TEST(StageDates, BackwardsFromValentinesDay) {
  JourneyMap map;
  map.target_date = Date{2027, 2, 14};
  map.stages = {stage("awareness", {.before_target = 43 * kDay}), stage("consideration", {.before_target = 30 * kDay}),
                stage("decision", {.before_target = 20 * kDay, .lasts = 7 * kDay})};
  EXPECT_EQ(shown(map),
            "awareness 2027-01-02 until 2027-01-14\n"
            "consideration 2027-01-15 until 2027-01-24\n"
            "decision 2027-01-25 until 2027-01-31\n");
}

// At once, then 3-5 days later, then 3-5 days later a 48-hour sale.
TEST(StageDates, ForwardsFromAStart) {
  JourneyMap map;
  map.stages = {stage("open", {.start = Date{2026, 12, 1}}), stage("remind", {.after = "open", .days_min = 3, .days_max = 5}),
                stage("flash", {.after = "remind", .days_min = 3, .days_max = 5, .lasts = 48 * kHour})};
  EXPECT_EQ(shown(map),
            "open 2026-12-01 until 2026-12-03..2026-12-05\n"
            "remind 2026-12-04..2026-12-06 until 2026-12-06..2026-12-10\n"
            "flash 2026-12-07..2026-12-11 until 2026-12-08..2026-12-12\n");
}

TEST(StageDates, AcrossTheChangeOfClocksAndALeapDay) {
  JourneyMap map;
  map.stages = {stage("a", {.start = Date{2028, 2, 27}, .lasts = 36 * kHour}), stage("b", {.after = "a", .days_min = 3, .lasts = kHour}),
                stage("c", {.after = "b", .days_min = 25, .days_max = 25, .lasts = 2 * kDay})};
  EXPECT_EQ(shown(map), "a 2028-02-27 until 2028-02-28\nb 2028-03-01 until 2028-03-01\nc 2028-03-26 until 2028-03-27\n");
}

TEST(StageDates, CirclesAndMissingStartsStayOpen) {
  JourneyMap map;
  map.stages = {stage("a", {.after = "b", .days_min = 1}), stage("b", {.after = "a", .days_min = 1}), stage("c", {.before_target = kDay}),
                stage("d", {.after = "c", .days_min = 1}), stage("e", {.after = "nobody"}),           stage("f", {.after = "f"})};
  EXPECT_EQ(shown(map), "a ? until ?\nb ? until ?\nc ? until ?\nd ? until ?\ne ? until ?\nf ? until ?\n");
}

TEST(StageDates, ADayOutsideTheCalendarIsNoDay) {
  JourneyMap map;
  map.target_date = Date{30, 1, 1};
  map.stages = {stage("far", {.before_target = 365000 * kDay}), stage("late", {.start = Date{9999, 12, 30}, .lasts = 5 * kDay}),
                stage("later", {.after = "late", .days_min = 1, .days_max = 9})};
  EXPECT_EQ(shown(map), "far ? until ?\nlate 9999-12-30 until ?\nlater ? until ?\n");
}

TEST(StartedOn, MovesTheFirstStartAndWhatIsCountedFromIt) {
  JourneyMap map;
  map.stages = {stage("a", {.start = Date{2027, 1, 11}, .end = Date{2027, 1, 13}}), stage("b", {.after = "a", .days_min = 3})};
  EXPECT_EQ(shown(*started_on(map, {2027, 3, 1})), "a 2027-03-01 until 2027-03-03\nb 2027-03-04 until ?\n");
}

TEST(StartedOn, DatesWhatTheOthersAreCountedFrom) {
  JourneyMap map;
  map.stages = {stage("a", {}), stage("b", {.lasts = 2 * kDay}), stage("c", {.after = "b", .days_min = 3})};
  EXPECT_EQ(shown(*started_on(map, {2027, 3, 1})), "a ? until ?\nb 2027-03-01 until 2027-03-02\nc 2027-03-04 until ?\n");
  // Two such stages: the second would begin before the one counted from the first.
  map.stages.push_back(stage("d", {}));
  map.stages.push_back(stage("e", {.after = "d", .days_min = 3}));
  EXPECT_EQ(shown(*started_on(map, {2027, 3, 1})), "a ? until ?\nb 2027-03-01 until 2027-03-02\nc 2027-03-04 until ?\nd ? until ?\ne ? until ?\n");
  map.stages = {stage("a", {}), stage("b", {.lasts = 2 * kDay})};
  EXPECT_EQ(shown(*started_on(map, {2027, 3, 1})), "a 2027-03-01 until ?\nb ? until ?\n");
  map.stages = {stage("a", {.before_target = kDay})};
  EXPECT_FALSE(started_on(map, {2027, 3, 1}));
}

// The reference: a calendar that steps one day at a time, and stages settled by following them.
class Naive {
 public:
  explicit Naive(const JourneyMap& map) : map_(map) {}

  static int length(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  static Date step(Date d, int days) {
    for (; days > 0; --days)
      if (++d.day > length(d.year, d.month)) d.day = 1, d.month == 12 ? (d.month = 1, ++d.year) : ++d.month;
    for (; days < 0; ++days)
      if (--d.day == 0) d.month == 1 ? (d.month = 12, --d.year) : --d.month, d.day = length(d.year, d.month);
    return d;
  }

  std::optional<Date> from(const std::string& id, bool latest, int depth = 0) const {
    const Stage* s = map_.stage(id);
    if (!s || depth > 50) return std::nullopt;
    if (s->when.start) return s->when.start;
    if (s->when.before_target) return step(*map_.target_date, -static_cast<int>(*s->when.before_target / kDay));
    if (s->when.after.empty()) return std::nullopt;
    const auto before = from(s->when.after, latest, depth + 1);
    return before ? std::optional(step(*before, latest ? s->when.days_max.value_or(0) : s->when.days_min.value_or(0))) : std::nullopt;
  }

 private:
  const JourneyMap& map_;
};

TEST(StageDates, RandomMapsAgreeWithAStepByStepCalendar) {
  std::mt19937 random(20271);
  const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  int settled = 0;
  for (int round = 0; round < 1500; ++round) {
    JourneyMap map;
    map.target_date = Naive::step({2026, 1, 1}, upto(1200));
    const int count = 1 + upto(7);
    for (int i = 0; i < count; ++i) {
      When when;
      const int form = upto(9);
      if (form < 2) when.start = Naive::step({2026, 1, 1}, upto(1200));
      else if (form < 4) when.before_target = upto(400) * kDay;
      else if (form < 9) when.after = "s" + std::to_string(upto(count - 1)), when.days_min = upto(40), when.days_max = *when.days_min + upto(9);
      if (upto(1)) when.lasts = (1 + upto(20)) * kDay;
      map.stages.push_back(stage("s" + std::to_string(i), when));
    }
    const Naive naive(map);
    for (const StageDates& dates : stage_dates(map)) {
      const auto& when = map.stage(dates.stage)->when;
      ASSERT_EQ(dates.from_earliest, naive.from(dates.stage, false)) << round << " " << dates.stage;
      ASSERT_EQ(dates.from_latest, naive.from(dates.stage, true)) << round << " " << dates.stage;
      if (!dates.dated()) continue;
      ++settled;
      EXPECT_LE(*dates.from_earliest, *dates.from_latest);
      if (!when.lasts) continue;
      const int more = static_cast<int>(*when.lasts / kDay) - 1;
      ASSERT_EQ(*dates.until_earliest, Naive::step(*dates.from_earliest, more));
      ASSERT_EQ(*dates.until_latest, Naive::step(*dates.from_latest, more));
    }
  }
  EXPECT_GT(settled, 3000);
}

}  // namespace
}  // namespace parcours
