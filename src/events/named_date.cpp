// Dates with a month's name, French and English: "21 nov. 2026", "samedi 1er août 2026", "Nov 21, 2026", "21-Nov-26".
#include <array>
#include <string>

#include "events/date_text.h"
#include "base/ascii.h"
#include "base/fold.h"

namespace parcours {
namespace {

struct MonthName {
  std::string_view name;
  int month;
};
// Short forms in use; a full name and its longer short forms ("sept", "janv") begin with the first three or four letters.
constexpr std::array<MonthName, 24> kMonths = {
    {{"janvier", 1},   {"january", 1},   {"fevrier", 2},  {"february", 2}, {"mars", 3},      {"march", 3},     {"avril", 4},     {"april", 4},
     {"mai", 5},       {"may", 5},       {"juin", 6},     {"june", 6},     {"juillet", 7},   {"july", 7},      {"aout", 8},      {"august", 8},
     {"septembre", 9}, {"september", 9}, {"octobre", 10}, {"october", 10}, {"novembre", 11}, {"november", 11}, {"decembre", 12}, {"december", 12}}};
constexpr std::array<std::string_view, 14> kWeekdays = {"lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi", "samedi",   "dimanche",
                                                        "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday"};

// "jui" may be June or July: a short form is one that a single month begins with.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  int found = 0;
  for (const auto& month : kMonths) {
    if (!month.name.starts_with(word)) continue;
    if (found && found != month.month) return 0;
    found = month.month;
  }
  return found;
}

bool is_weekday(std::string_view word) {
  if (word.size() < 3) return false;
  for (const auto& name : kWeekdays)
    if (name.starts_with(word)) return true;
  return false;
}

std::string_view take_letters(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_letter(text[n])) ++n;
  const auto word = text.substr(0, n);
  text.remove_prefix(n);
  return word;
}

void skip_between(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '.' || text.front() == ',' || text.front() == '-' || text.front() == '/'))
    text.remove_prefix(1);
}

std::optional<int> take_day(std::string_view& text) {
  const auto day = take_digits(text, 1, 2);
  if (!day || (!text.empty() && is_digit(text.front()))) return std::nullopt;
  for (const std::string_view ending : {"er", "st", "nd", "rd", "th"}) {
    if (!text.starts_with(ending)) continue;
    text.remove_prefix(ending.size());
    break;
  }
  skip_between(text);
  return day;
}

std::optional<int> take_year(std::string_view& text) {
  if (const auto year = take_digits(text, 4, 4)) return year;
  const auto year = take_digits(text, 2, 2);
  if (!year || (!text.empty() && (is_digit(text.front()) || text.front() == ':'))) return std::nullopt;
  return *year >= 69 ? 1900 + *year : 2000 + *year;
}

// "21 nov 2026" or "nov 21 2026", weekday taken off.
bool read_parts(std::string_view& text, Date& date) {
  std::optional<int> day;
  if (!text.empty() && is_digit(text.front()) && !(day = take_day(text))) return false;
  date.month = month_of(take_letters(text));
  skip_between(text);
  if (date.month == 0) return false;
  if (!day && !(day = take_day(text))) return false;
  const auto year = take_year(text);
  if (!year) return false;
  date.day = *day;
  date.year = *year;
  return true;
}

// "mar" may be mardi or March: it is a weekday when a day and a month, or a month, follow.
std::string_view without_weekday(std::string_view text) {
  std::string_view after = text;
  if (!is_weekday(take_letters(after))) return text;
  skip_between(after);
  std::string_view day_first = after, month_first = after;
  const bool day_and_month = take_day(day_first).has_value() && month_of(take_letters(day_first)) != 0;
  return day_and_month || month_of(take_letters(month_first)) != 0 ? after : text;
}

}  // namespace

DateProblem read_named_date(std::string_view text, Date& date, std::string& rest) {
  static constexpr std::size_t kLongest = 80;
  if (text.size() > kLongest) return DateProblem::unreadable;
  const std::string folded = folded_ascii(text);
  std::string_view left = without_weekday(folded);
  if (!read_parts(left, date)) return DateProblem::unreadable;
  rest = left;
  return DateProblem::none;
}

}  // namespace parcours
