#include "cli/values.h"

#include <charconv>

#include "base/moment.h"

namespace parcours {
namespace {

Failure bad(std::string_view option, const std::string& text, Message hint) {
  return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", text}}), std::move(hint));
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
  return begins_at(*moment, zone);
}

Result<TimeMs> until_value(std::string_view option, const std::string& text, const Zone& zone) {
  const auto moment = parse_moment(text);
  if (!moment) return bad(option, text, date_hint(text));
  return ends_at(*moment, zone);
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
