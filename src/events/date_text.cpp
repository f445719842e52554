#include "events/date_text.h"

#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "base/number.h"

namespace parcours {
namespace {

bool is_date_separator(char c) { return c == '-' || c == '/' || c == '.'; }

std::optional<char> take_separator(std::string_view& text) {
  if (text.empty() || !is_date_separator(text.front())) return std::nullopt;
  const char c = text.front();
  text.remove_prefix(1);
  return c;
}

// Two digits: 69..99 are of the last century.
int full_year(int year, std::size_t digits) {
  if (digits > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

bool read_iso_date(std::string_view& text, Date& date) {
  const auto year = take_digits(text, 4, 4);
  const auto first = take_separator(text);
  const auto month = take_digits(text, 1, 2);
  const auto second = take_separator(text);
  const auto day = take_digits(text, 1, 2);
  if (!year || !month || !day || !first || first != second) return false;
  date = {*year, *month, *day};
  return true;
}

bool read_ordered_date(std::string_view& text, bool day_first, Date& date) {
  const auto a = take_digits(text, 1, 2);
  const auto first = take_separator(text);
  const auto b = take_digits(text, 1, 2);
  const auto second = take_separator(text);
  const std::size_t before = text.size();
  auto year = take_digits(text, 4, 4);
  if (!year) year = take_digits(text, 2, 2);
  if (!a || !b || !year || !first || first != second) return false;
  date = {full_year(*year, before - text.size()), day_first ? *b : *a, day_first ? *a : *b};
  return true;
}

DateProblem read_compact(std::string_view text, WrittenTime& out) {
  const auto year = take_digits(text, 4, 4);
  const auto month = take_digits(text, 2, 2);
  const auto day = take_digits(text, 2, 2);
  if (!year || !month || !day) return DateProblem::unreadable;
  out.local = {{*year, *month, *day}};
  out.unit = TimeUnit::day;
  if (text.empty()) return DateProblem::none;
  if (text.find(':') <= 3) return read_clock(text, out);
  if (text.front() == 'T' || text.front() == ' ') text.remove_prefix(1);
  const auto hour = take_digits(text, 2, 2);
  const auto minute = take_digits(text, 2, 2);
  if (!hour || !minute) return DateProblem::unreadable;
  const bool has_second = !text.empty() && is_digit(text.front());
  const auto second = has_second ? take_digits(text, 2, 2) : std::optional(0);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return DateProblem::no_such_time;
  if (text == "Z") out.offset_minutes = 0, text = {};
  out.local.hour = *hour, out.local.minute = *minute, out.local.second = *second;
  out.unit = has_second ? TimeUnit::second : TimeUnit::minute;
  return text.empty() ? DateProblem::none : DateProblem::unreadable;
}

DateProblem read_epoch(std::string_view text, int digits, WrittenTime& out) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error != std::errc{}) return DateProblem::unreadable;
  std::string_view fraction = text.substr(static_cast<std::size_t>(end - text.data()));
  static constexpr std::int64_t kPowers[] = {1, 1000, 1'000'000, 1'000'000'000};
  const std::int64_t per_second = kPowers[digits / 3];
  const bool whole_only = fraction.empty();
  if (!whole_only) {
    if (fraction.front() != '.' || fraction.size() < 2) return DateProblem::unreadable;
    for (const char c : fraction.substr(1))
      if (!is_digit(c)) return DateProblem::unreadable;
  }
  const std::int64_t seconds = whole / per_second - (whole % per_second < 0 ? 1 : 0);
  if (std::llabs(seconds) > 100'000'000'000) return DateProblem::out_of_range;
  const std::int64_t rest = whole - seconds * per_second;
  std::int64_t ms = digits == 0 ? 0 : rest / (per_second / 1000);
  if (digits == 0 && !whole_only && whole >= 0) ms = static_cast<std::int64_t>(*parse_number("0" + std::string(fraction)) * 1000);
  out.instant = seconds * kSecond + ms;
  out.unit = digits == 0 && whole_only ? TimeUnit::second : TimeUnit::ms;
  out.offset_minutes = 0;
  return DateProblem::none;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t n = 0;
  int value = 0;
  while (n < most && n < text.size() && is_digit(text[n])) value = value * 10 + (text[n++] - '0');
  if (n < least) return std::nullopt;
  text.remove_prefix(n);
  return value;
}

DateProblem read_written(std::string_view text, const DateForm& form, WrittenTime& out) {
  text = trimmed(text);
  if (text.empty()) return DateProblem::empty;
  out.unit = TimeUnit::day;
  bool shaped = false;
  switch (form.kind) {
    case DateForm::Kind::iso: shaped = read_iso_date(text, out.local.date); break;
    case DateForm::Kind::day_first: shaped = read_ordered_date(text, true, out.local.date); break;
    case DateForm::Kind::month_first: shaped = read_ordered_date(text, false, out.local.date); break;
    case DateForm::Kind::named: {
      std::string rest;
      const auto problem = read_named_date(text, out.local.date, rest);
      return problem == DateProblem::none ? read_clock(rest, out) : problem;
    }
    case DateForm::Kind::compact: return read_compact(text, out);
    case DateForm::Kind::epoch: return read_epoch(text, form.epoch_digits, out);
  }
  return shaped ? read_clock(text, out) : DateProblem::unreadable;
}

}  // namespace parcours
