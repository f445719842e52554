// The time of day, and the zone after it.
#include "events/date_text.h"

#include "base/ascii.h"

namespace parcours {
namespace {

void skip_blanks(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

bool take_word(std::string_view& text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(text[i]) != word[i]) return false;
  text.remove_prefix(word.size());
  return true;
}

// What may stand between the date and the time of day.
void skip_joint(std::string_view& text) {
  if (!text.empty() && (text.front() == 'T' || text.front() == 't')) {
    text.remove_prefix(1);
    return;
  }
  skip_blanks(text);
  if (!text.empty() && text.front() == ',') text.remove_prefix(1);
  skip_blanks(text);
  if (!take_word(text, "\u00e0 ") && !take_word(text, "at ")) take_word(text, "a ");
  skip_blanks(text);
}

// ".5", ",123456": milliseconds, what is finer is cut off.
bool take_fraction(std::string_view& text, WrittenTime& out) {
  if (text.size() < 2 || (text.front() != '.' && text.front() != ',') || !is_digit(text[1])) return true;
  text.remove_prefix(1);
  int ms = 0, digits = 0;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), ++digits)
    if (digits < 3) ms = ms * 10 + (text.front() - '0');
  for (int i = digits; i < 3; ++i) ms *= 10;
  out.local.millisecond = ms;
  out.unit = TimeUnit::ms;
  return digits <= 12;
}

// ":05", ":05:30", ":05:30.5"
bool take_after_colon(std::string_view& text, WrittenTime& out) {
  text.remove_prefix(1);
  const auto minute = take_digits(text, 2, 2);
  if (!minute) return false;
  out.local.minute = *minute;
  if (text.empty() || text.front() != ':') return true;
  text.remove_prefix(1);
  const auto second = take_digits(text, 2, 2);
  if (!second) return false;
  out.local.second = *second;
  out.unit = TimeUnit::second;
  return take_fraction(text, out);
}

// "h", "h05", " h 05", "h05m30", "h05min30s"
bool take_after_h(std::string_view& text, WrittenTime& out) {
  skip_blanks(text);
  text.remove_prefix(1);
  skip_blanks(text);
  if (const auto minute = take_digits(text, 2, 2)) out.local.minute = *minute;
  else return text.empty() || !is_digit(text.front());
  if (!take_word(text, "min")) {
    if (!take_word(text, "mn")) take_word(text, "m");
  }
  skip_blanks(text);
  if (const auto second = take_digits(text, 2, 2)) {
    out.local.second = *second;
    out.unit = TimeUnit::second;
    take_word(text, "s");
  }
  return true;
}

// Gives false when the hour does not go with it.
bool take_half_of_day(std::string_view& text, WrittenTime& out) {
  skip_blanks(text);
  const bool am = take_word(text, "am") || take_word(text, "a.m.");
  const bool pm = !am && (take_word(text, "pm") || take_word(text, "p.m."));
  if (!am && !pm) return true;
  if (out.local.hour < 1 || out.local.hour > 12) return false;
  out.local.hour = out.local.hour % 12 + (pm ? 12 : 0);
  return true;
}

// "Z", "UTC", "+01:00", "-0500", "+01", "GMT+0100 (CET)", "+01:00[Europe/Paris]"
bool take_zone(std::string_view& text, WrittenTime& out) {
  skip_blanks(text);
  if (text.empty()) return true;
  const bool named = take_word(text, "z") || take_word(text, "utc") || take_word(text, "gmt");
  if (named) out.offset_minutes = 0;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2, 2);
    if (!text.empty() && text.front() == ':') text.remove_prefix(1);
    const auto minutes = take_digits(text, 2, 2);
    if (!hours || *hours > 18 || minutes.value_or(0) > 59) return false;
    out.offset_minutes = sign * (*hours * 60 + minutes.value_or(0));
  }
  if (!out.offset_minutes) return false;
  skip_blanks(text);
  const bool noted = text.size() > 2 && ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'));
  return noted || text.empty();
}

}  // namespace

DateProblem read_clock(std::string_view text, WrittenTime& out) {
  if (text.empty()) return DateProblem::none;
  // A day with a zone but without a time ("2026-11-21Z", "2026-11-21+01:00").
  if (text.front() == 'Z' || ((text.front() == '+' || text.front() == '-') && text.size() > 2))
    return take_zone(text, out) ? DateProblem::none : DateProblem::unreadable;
  const std::size_t before = text.size();
  skip_joint(text);
  if (text.size() == before) return DateProblem::unreadable;
  const auto hour = take_digits(text, 1, 2);
  if (!hour) return DateProblem::unreadable;
  out.local.hour = *hour;
  out.unit = TimeUnit::minute;
  std::string_view ahead = text;
  skip_blanks(ahead);
  bool shaped = true, has_minutes = true;
  if (!text.empty() && text.front() == ':') shaped = take_after_colon(text, out);
  else if (!ahead.empty() && lower(ahead.front()) == 'h') shaped = take_after_h(text, out);
  else has_minutes = false;
  if (!shaped) return DateProblem::unreadable;
  const std::size_t without_half = text.size();
  if (!take_half_of_day(text, out)) return DateProblem::no_such_time;
  if (!has_minutes && text.size() == without_half) return DateProblem::unreadable;
  if (!take_zone(text, out)) return DateProblem::unreadable;
  if (out.local.hour > 23 || out.local.minute > 59 || out.local.second > 59) return DateProblem::no_such_time;
  return DateProblem::none;
}

}  // namespace parcours
