#include "plan/days_off.h"

#include <array>

namespace parcours {
namespace {

struct FixedHoliday {
  int month, day;
  std::string_view key;
};

constexpr std::array<FixedHoliday, 8> kFixed = {{{1, 1, "plan.holiday.new_year"},
                                                 {5, 1, "plan.holiday.labour"},
                                                 {5, 8, "plan.holiday.victory"},
                                                 {7, 14, "plan.holiday.national"},
                                                 {8, 15, "plan.holiday.assumption"},
                                                 {11, 1, "plan.holiday.all_saints"},
                                                 {11, 11, "plan.holiday.armistice"},
                                                 {12, 25, "plan.holiday.christmas"}}};

struct MovingHoliday {
  int after_easter;
  std::string_view key;
};

constexpr std::array<MovingHoliday, 3> kMoving = {
    {{1, "plan.holiday.easter_monday"}, {39, "plan.holiday.ascension"}, {50, "plan.holiday.whit_monday"}}};

}  // namespace

bool is_weekend(Date date) { return weekday(date) >= 6; }

Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

std::optional<Message> public_holiday(Date date, std::string_view zone) {
  if (zone != "Europe/Paris" || date.year < 1583) return std::nullopt;
  for (const FixedHoliday& holiday : kFixed)
    if (holiday.month == date.month && holiday.day == date.day) return msg(holiday.key);
  const std::int64_t after_easter = day_number(date) - day_number(easter(date.year));
  for (const MovingHoliday& holiday : kMoving)
    if (holiday.after_easter == after_easter) return msg(holiday.key);
  return std::nullopt;
}

}  // namespace parcours
