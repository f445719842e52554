#include <gtest/gtest.h>

#include "base/moment.h"

namespace parcours {
namespace {

TEST(Moment, ADayBeginsAndEndsWithTheClockOfTheZone) {  // 2026-03-29 has 23 hours in Paris
  const Zone paris = *Zone::find("Europe/Paris");
  const auto day = parse_moment("2026-03-29");
  ASSERT_TRUE(day && day->whole_day);
  EXPECT_EQ(show_instant(begins_at(*day, paris), paris), "2026-03-29T00:00:00+01:00");
  EXPECT_EQ(ends_at(*day, paris) - begins_at(*day, paris), 23 * 3'600'000);
  const auto minute = parse_moment("2026-03-29 10:05");
  ASSERT_TRUE(minute && !minute->whole_day);
  EXPECT_EQ(ends_at(*minute, paris), begins_at(*minute, paris));
  EXPECT_EQ(show_instant(begins_at(*parse_moment("2026-03-29T10:05:30"), paris), paris), "2026-03-29T10:05:30+02:00");
}

TEST(Moment, NothingElseIsOne) {
  for (const char* text :
       {"", "2026", "29/03/2026", "2026-02-30", "2026-03-29 1", "2026-03-29 24:00", "2026-03-29 10:60", "2026-03-29T10:05:3x", "2026-03-29-10:05"})
    EXPECT_FALSE(parse_moment(text)) << text;
}

}  // namespace
}  // namespace parcours
