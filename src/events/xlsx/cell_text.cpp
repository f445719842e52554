#include "events/xlsx/cell_text.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/number.h"
#include "base/time.h"

namespace parcours {
namespace {

constexpr double kDaysMax = 2'958'466;  // 10000-01-01
constexpr std::int64_t kMsOfDay = 86'400'000;

std::string padded(std::int64_t number, int width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < static_cast<std::size_t>(width) ? static_cast<std::size_t>(width) - digits.size() : 0, '0') + digits;
}

// Milliseconds where there are some, seconds where the format shows them or there are some.
std::string clock_text(std::int64_t ms, bool with_seconds) {
  std::string out = padded(ms / 3'600'000, 2) + ":" + padded(ms / 60'000 % 60, 2);
  const std::int64_t rest = ms % 60'000;
  if (with_seconds || rest != 0) out += ":" + padded(rest / 1000, 2);
  if (rest % 1000 != 0) out += "." + padded(rest % 1000, 3);
  return out;
}

// Days are counted from 1900-01-01 = 1, with a 29 February 1900 that there never was.
Date date_of_serial(std::int64_t days, bool from_1904) {
  if (from_1904) return plus_days(Date{1904, 1, 1}, days);
  return days < 60 ? plus_days(Date{1899, 12, 31}, days) : plus_days(Date{1899, 12, 30}, days);
}

// 15 digits, as the spreadsheet shows them: 0.1 + 0.2 is 0.3 there.
std::string plain_number(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.15g", value);
  return exact(std::strtod(text.data(), nullptr));
}

}  // namespace

std::optional<std::string> text_of_number(double value, NumberForm form, bool from_1904) {
  if (form == NumberForm::number) return plain_number(value == 0 ? 0 : value);
  if (!(value >= 0 && value < kDaysMax)) return std::nullopt;
  std::int64_t days = static_cast<std::int64_t>(std::floor(value));
  std::int64_t ms = std::llround((value - std::floor(value)) * static_cast<double>(kMsOfDay));
  // A serial has a precision of some microseconds: 23:59:59.9996 is the next second as shown.
  if (ms % 1000 == 1 || ms % 1000 == 999) ms = (ms + 1) / 1000 * 1000;
  if (ms >= kMsOfDay) ++days, ms -= kMsOfDay;
  if (form == NumberForm::clock && days == 0) return clock_text(ms, true);
  std::string out = show(date_of_serial(days, from_1904));
  if (ms != 0 || form == NumberForm::date_time || form == NumberForm::date_time_seconds)
    out += "T" + clock_text(ms, form == NumberForm::date_time_seconds);
  return out;
}

}  // namespace parcours
