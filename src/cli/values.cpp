#include "cli/values.h"

#include <charconv>

namespace parcours {
namespace {

Failure bad(std::string_view option, const std::string& text, Message hint) {
  return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", text}}), std::move(hint));
}

std::optional<int> two_digits(std::string_view text, int most) {
  int value = 0;
  if (text.size() != 2) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 2, value);
  return error == std::errc{} && end == text.data() + 2 && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

struct Moment {
  LocalTime local;
  bool whole_day = true;
};

// DATE, DATE HH:MM or DATE HH:MM:SS, with a blank or a T between.
std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  Moment moment{{*date}};
  if (text.size() == 10) return moment;
  if (text.size() != 16 && text.size() != 19) return std::nullopt;
  if ((text[10] != ' ' && text[10] != 'T') || text[13] != ':' || (text.size() == 19 && text[16] != ':')) return std::nullopt;
  const auto hour = two_digits(text.substr(11, 2), 23), minute = two_digits(text.substr(14, 2), 59);
  const auto second = text.size() == 19 ? two_digits(text.substr(17, 2), 59) : 0;
  if (!hour || !minute || !second) return std::nullopt;
  moment.local.hour = *hour;
  moment.local.minute = *minute;
  moment.local.second = *second;
  moment.whole_day = false;
  return moment;
}

// A date as it is written elsewhere, 1/10/2026 or 01.10.26, the way it is taken here; both ways where it could be either.
Message date_hint(const std::string& text) {
  int numbers[3] = {0, 0, 0}, at = 0;
  for (std::size_t i = 0; i < text.size() && at < 3; ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9' && numbers[at] < 10000) numbers[at] = numbers[at] * 10 + (c - '0');
    else if (c == '/' || c == '.' || c == '-') ++at;
    else return msg("cli.date_hint");
  }
  const int year = numbers[2] < 100 ? numbers[2] + 2000 : numbers[2];
  const Date by_day{year, numbers[1], numbers[0]}, by_month{year, numbers[0], numbers[1]};
  if (at != 2 || year > 9999) return msg("cli.date_hint");
  if (exists(by_day) && exists(by_month) && by_day != by_month)
    return msg("cli.date_two_ways_hint", {{"by_day", show(by_day)}, {"by_month", show(by_month)}});
  if (!exists(by_day) && !exists(by_month)) return msg("cli.date_hint");
  return msg("cli.date_year_first_hint", {{"date", show(exists(by_day) ? by_day : by_month)}});
}

}  // namespace

Result<TimeMs> span_value(std::string_view option, const std::string& text) {
  const auto span = parse_duration(text);
  if (!span) return bad(option, text, msg("cli.span_hint"));
  return *span;
}

Result<TimeMs> since_value(std::string_view option, const std::string& text, const Zone& zone) {
  const auto moment = parse_moment(text);
  if (!moment) return bad(option, text, date_hint(text));
  return zone.instant(moment->local);
}

Result<TimeMs> until_value(std::string_view option, const std::string& text, const Zone& zone) {
  const auto moment = parse_moment(text);
  if (!moment) return bad(option, text, date_hint(text));
  return moment->whole_day ? zone.day_start(plus_days(moment->local.date, 1)) : zone.instant(moment->local);
}

Result<std::optional<Date>> date_value(std::string_view option, const std::optional<std::string>& text) {
  if (!text) return std::optional<Date>();
  const auto date = parse_date(*text);
  if (!date) return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", *text}}), msg("plan.date_hint"));
  return date;
}

Result<StepSpan> step_span_value(std::string_view option, const std::string& text) {
  const auto equals = text.find('=');
  int step = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + std::min(equals, text.size()), step);
  const bool has_step = equals != std::string::npos && error == std::errc{} && end == text.data() + equals && step >= 1;
  const auto span = has_step ? parse_duration(std::string_view(text).substr(equals + 1)) : std::nullopt;
  if (!span) return bad(option, text, msg("cli.step_span_hint"));
  return StepSpan{step, *span};
}

}  // namespace parcours
