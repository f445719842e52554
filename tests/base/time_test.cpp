#include "base/time.h"

#include <gtest/gtest.h>

#include "base/score.h"

namespace parcours {
namespace {

Zone paris() { return *Zone::find("Europe/Paris"); }

// 2026-11-21T10:00:00Z by `date -u -d 2026-11-21T10:00:00Z +%s`
constexpr TimeMs kNovember = 1795255200000;

TEST(Time, CalendarDaysGoThereAndBack) {
  for (const std::int64_t n : {-719468L, -1L, 0L, 11016L, 20778L}) EXPECT_EQ(day_number(date_of(n)), n);
  EXPECT_EQ(show(date_of(20778)), "2026-11-21");
  EXPECT_EQ(weekday({2026, 11, 22}), 7);
}

TEST(Time, DatesThatDoNotExistAreNotRead) {
  EXPECT_TRUE(parse_date("2028-02-29"));
  for (const char* text : {"2027-02-29", "2026-13-01", "2026-1-01", "26-11-2026", "2026-11-21 ", "2026-11-2x", "2026--1-21"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Time, ADayIsTheLocalCalendarDay) {
  const TimeInterval day = interval_of(kNovember, TimeUnit::day, paris());
  EXPECT_EQ(show_instant(day.start, paris()), "2026-11-21T00:00:00+01:00");
  EXPECT_EQ(day.end - day.start, kDay);
  // The day of the change to summer time has 23 hours, the other 25.
  const TimeMs spring = paris().instant({{2026, 3, 29}, 12});
  const TimeMs autumn = paris().instant({{2026, 10, 25}, 12});
  EXPECT_EQ(interval_of(spring, TimeUnit::day, paris()).end - interval_of(spring, TimeUnit::day, paris()).start, 23 * kHour);
  EXPECT_EQ(interval_of(autumn, TimeUnit::day, paris()).end - interval_of(autumn, TimeUnit::day, paris()).start, 25 * kHour);
}

TEST(Time, CutsDownToTheUnitBeforeTheEpochToo) {
  EXPECT_EQ(interval_of(-1, TimeUnit::second, Zone::utc()).start, -1000);
  EXPECT_EQ(interval_of(61'999, TimeUnit::minute, Zone::utc()).start, 60'000);
  EXPECT_EQ(interval_of(61'999, TimeUnit::ms, Zone::utc()).end, 62'000);
}

TEST(Time, AGapInSpringMovesForwardAndTheEarlierOfTwoIsTaken) {
  EXPECT_EQ(show_instant(paris().instant({{2026, 3, 29}, 2, 30}), paris()), "2026-03-29T03:30:00+02:00");
  EXPECT_EQ(show_instant(paris().instant({{2026, 10, 25}, 2, 30}), paris()), "2026-10-25T02:30:00+02:00");
}

TEST(Time, UnknownZonesAreNotFound) {
  EXPECT_FALSE(Zone::find("Europe/Lutece"));
  EXPECT_FALSE(Zone::find("../../etc/passwd"));
}

TEST(Time, Durations) {
  EXPECT_EQ(parse_duration("10s"), 10 * kSecond);
  EXPECT_EQ(parse_duration("45m"), 45 * kMinute);
  EXPECT_EQ(parse_duration("12min"), 12 * kMinute);
  EXPECT_EQ(parse_duration("1d12h"), 36 * kHour);
  EXPECT_EQ(parse_duration("1.5h"), 90 * kMinute);
  for (const char* text : {"", "10", "-5d", "d", "10 years", "1e9d", "999999999d", "5dd"}) EXPECT_FALSE(parse_duration(text)) << text;
  EXPECT_EQ(show_exact_duration(36 * kHour), "1d12h");
  EXPECT_EQ(parse_duration(show_exact_duration(123'456'789)), 123'456'789);
}

TEST(Score, AsEmotion) {
  EXPECT_EQ(as_emotion(ScoreScale::one_to_five, 1), -2);
  EXPECT_EQ(as_emotion(ScoreScale::zero_to_ten, 10), 2);
  EXPECT_DOUBLE_EQ(*as_emotion(ScoreScale::one_to_seven, 7), 2);
  EXPECT_FALSE(as_emotion(ScoreScale::none, 3));
}

}  // namespace
}  // namespace parcours
