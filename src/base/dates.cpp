#include "base/dates.h"

#include <array>

namespace parcours {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string day_of_month(Date date, Lang lang) { return date.day == 1 ? text("month.first", lang) : std::to_string(date.day); }

std::string year_after(Date date) { return "\u202f" + std::to_string(date.year); }

}  // namespace

std::string show_month(int month, Lang lang) {
  static constexpr std::array<std::string_view, 12> kKeys = {"month.1", "month.2", "month.3", "month.4",  "month.5",  "month.6",
                                                             "month.7", "month.8", "month.9", "month.10", "month.11", "month.12"};
  return text(kKeys[static_cast<std::size_t>(month - 1)], lang);
}

std::string show_short_month(int month, Lang lang) {
  static constexpr std::array<std::string_view, 12> kKeys = {"month.short.1", "month.short.2",  "month.short.3",  "month.short.4",
                                                             "month.short.5", "month.short.6",  "month.short.7",  "month.short.8",
                                                             "month.short.9", "month.short.10", "month.short.11", "month.short.12"};
  return text(kKeys[static_cast<std::size_t>(month - 1)], lang);
}

std::string show_weekday(Date date, Lang lang) {
  static constexpr std::array<std::string_view, 7> kKeys = {"weekday.1", "weekday.2", "weekday.3", "weekday.4",
                                                            "weekday.5", "weekday.6", "weekday.7"};
  return text(kKeys[static_cast<std::size_t>(weekday(date) - 1)], lang);
}

std::string show_day(Date date, Lang lang) { return day_of_month(date, lang) + "\u202f" + show_short_month(date.month, lang); }

std::string show_day_with_year(Date date, Lang lang) { return show_day(date, lang) + year_after(date); }

std::string show_days(Date from, Date until, Lang lang) {
  if (from == until) return show_day(from, lang);
  if (from.year == until.year && from.month == until.month) return day_of_month(from, lang) + "–" + show_day(until, lang);
  return show_day(from, lang) + " – " + show_day(until, lang);
}

std::string show_days_with_year(Date from, Date until, Lang lang) {
  if (from.year != until.year) return show_day_with_year(from, lang) + " – " + show_day_with_year(until, lang);
  return show_days(from, until, lang) + year_after(until);
}

Arg days_arg(Date from, Date until) { return LocalText{"", show_days_with_year(from, until, Lang::fr), show_days_with_year(from, until, Lang::en)}; }

Arg day_arg(Date date) { return days_arg(date, date); }

std::string show_date(Date date, Lang lang) {
  const std::string month = lang == Lang::fr ? show_month(date.month, lang) : show_short_month(date.month, lang);
  return day_of_month(date, lang) + "\u00a0" + month + "\u00a0" + std::to_string(date.year);
}

std::string show_table_date(Date date, Lang lang) {
  if (lang == Lang::fr) return two_digits(date.day) + "/" + two_digits(date.month) + "/" + std::to_string(date.year);
  return two_digits(date.day) + "\u00a0" + show_short_month(date.month, lang) + "\u00a0" + std::to_string(date.year);
}

std::string show_moment(TimeMs instant, const Zone& zone, Lang lang) {
  const LocalTime local = zone.local(instant);
  const std::string date = show_date(local.date, lang);
  if (local == LocalTime{local.date}) return date;
  const std::string colon = lang == Lang::fr && local.second == 0 ? "\u00a0h\u00a0" : ":";
  const std::string time = std::to_string(local.hour) + colon + two_digits(local.minute) + (local.second ? ":" + two_digits(local.second) : "");
  return render(msg("moment", {{"date", date}, {"time", time}}), lang);
}

std::string show_table_moment(TimeMs instant, const Zone& zone, Lang lang) {
  const LocalTime local = zone.local(instant);
  return show_table_date(local.date, lang) + " " + two_digits(local.hour) + ":" + two_digits(local.minute) + ":" + two_digits(local.second);
}

}  // namespace parcours
