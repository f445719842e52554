#include "base/dates.h"

#include <gtest/gtest.h>

#include "base/number.h"

namespace parcours {
namespace {

TEST(Dates, AreFrenchInFrenchAndUnambiguousInEnglish) {
  const Date day{2026, 11, 22}, first{2026, 2, 1};
  EXPECT_EQ(show_date(day, Lang::fr), "22\u00a0novembre\u00a02026");
  EXPECT_EQ(show_date(first, Lang::fr), "1er\u00a0février\u00a02026");
  EXPECT_EQ(show_date(day, Lang::en), "22\u00a0Nov\u00a02026");
  EXPECT_EQ(show_date(first, Lang::en), "1\u00a0Feb\u00a02026");
  EXPECT_EQ(show_table_date(first, Lang::fr), "01/02/2026");
  EXPECT_EQ(show_table_date(first, Lang::en), "01\u00a0Feb\u00a02026");
  EXPECT_EQ(show_day(day, Lang::fr), "22\u202fnov.");
}

TEST(Dates, MomentsAreThoseOfTheZoneAndLeaveMidnightOut) {
  const Zone paris = *Zone::find("Europe/Paris");
  const TimeMs midnight = paris.day_start({2026, 11, 22});
  EXPECT_EQ(show_moment(midnight, paris, Lang::fr), "22\u00a0novembre\u00a02026");
  EXPECT_EQ(show_moment(midnight + 9 * kHour + 5 * kMinute, paris, Lang::fr), "22\u00a0novembre\u00a02026 à 9\u00a0h\u00a005");
  EXPECT_EQ(show_moment(midnight + 9 * kHour + 5 * kMinute, paris, Lang::en), "22\u00a0Nov\u00a02026, 9:05");
  EXPECT_EQ(show_moment(midnight + 9 * kHour + 7 * kSecond, paris, Lang::en), "22\u00a0Nov\u00a02026, 9:00:07");
  EXPECT_EQ(show_table_moment(midnight + 9 * kHour, paris, Lang::fr), "22/11/2026 09:00:00");
}

TEST(Dates, AMessageWritesThemInItsLanguage) {
  const Message message = msg("rule.stale-map.message", {{"date", Date{2025, 11, 1}}, {"days", std::int64_t{386}}});
  EXPECT_NE(render(message, Lang::fr).find("1er\u00a0novembre\u00a02025"), std::string::npos) << render(message, Lang::fr);
  EXPECT_NE(render(message, Lang::en).find("1\u00a0Nov\u00a02025"), std::string::npos) << render(message, Lang::en);
}

TEST(Percents, HaveASpaceInFrenchAlone) {
  EXPECT_EQ(show_percent(0.229, Lang::en), "22.9%");
  EXPECT_EQ(show_percent(0.229, Lang::fr), "22,9\u202f%");
}

}  // namespace
}  // namespace parcours
