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

// By Python's zoneinfo, which follows the rule at the end of a zone's file.
TEST(Time, SummerTimeGoesOnAfterTheChangesThatAZonesFileLists) {
  const auto noon = [](const char* name, Date date) {
    const Zone zone = *Zone::find(name);
    return show_instant(zone.instant({date, 12}), zone).substr(19);
  };
  EXPECT_EQ(noon("Europe/Paris", {2037, 7, 1}), "+02:00");
  EXPECT_EQ(noon("Europe/Paris", {2038, 1, 1}), "+01:00");
  EXPECT_EQ(noon("Europe/Paris", {2040, 7, 1}), "+02:00");
  EXPECT_EQ(noon("Europe/Paris", {2199, 12, 31}), "+01:00");
  EXPECT_EQ(noon("America/New_York", {2050, 7, 1}), "-04:00");
  EXPECT_EQ(noon("America/New_York", {2050, 1, 1}), "-05:00");
  EXPECT_EQ(noon("Australia/Sydney", {2045, 1, 1}), "+11:00");
  EXPECT_EQ(noon("Australia/Sydney", {2045, 7, 1}), "+10:00");
  EXPECT_EQ(noon("Europe/Dublin", {2045, 7, 1}), "+01:00");
  EXPECT_EQ(noon("Europe/Dublin", {2045, 1, 1}), "Z");
  EXPECT_EQ(noon("America/Nuuk", {2045, 7, 1}), "-01:00");
  EXPECT_EQ(noon("America/Nuuk", {2045, 1, 1}), "-02:00");
  EXPECT_EQ(noon("Asia/Tokyo", {2045, 7, 1}), "+09:00");
  // The last Sundays of March and October 2040: the 25th and the 28th.
  EXPECT_EQ(show_instant(paris().instant({{2040, 3, 25}, 2, 30}), paris()), "2040-03-25T03:30:00+02:00");
  EXPECT_EQ(show_instant(paris().instant({{2040, 10, 28}, 2, 30}), paris()), "2040-10-28T02:30:00+02:00");
  EXPECT_EQ(show_instant(paris().instant({{2040, 10, 28}, 3, 30}), paris()), "2040-10-28T03:30:00+01:00");
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
  EXPECT_EQ(parse_duration("1h30"), 90 * kMinute);
  EXPECT_EQ(parse_duration("1 h 05"), 65 * kMinute);
  EXPECT_EQ(parse_duration("2d1h30"), 49 * kHour + 30 * kMinute);
  for (const char* text : {"1h90", "1h30 20", "2d3", "1h-5", "30", "1m30"}) EXPECT_FALSE(parse_duration(text)) << text;
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
