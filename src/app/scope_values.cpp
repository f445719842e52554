#include "app/scope_values.h"

#include "base/dates.h"
#include "base/moment.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

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

Failure no_moment(std::string_view option, const std::string& text) {
  return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", text}}), date_hint(text));
}

}  // namespace

Result<TimeMs> since_value(std::string_view option, const std::string& text, const Zone& zone) {
  const auto moment = parse_moment(text);
  if (!moment) return no_moment(option, text);
  return begins_at(*moment, zone);
}

Result<TimeMs> until_value(std::string_view option, const std::string& text, const Zone& zone) {
  const auto moment = parse_moment(text);
  if (!moment) return no_moment(option, text);
  return ends_at(*moment, zone);
}

std::string period_text(const Scope& scope, const Basis& basis, const Zone& zone, Lang lang) {
  const TimeMs first = scope.since.value_or(basis.first), last = scope.until ? *scope.until - 1 : basis.as_of;
  if (first == kNoTime || last == kNoTime) return "–";
  return show_date(zone.date(first), lang) + " – " + show_date(zone.date(last), lang);
}

std::string segment_text(const Scope& scope, Lang lang) {
  std::string out;
  for (const auto& condition : scope.where) out += (out.empty() ? "" : ", ") + show_filter(condition);
  return out.empty() ? text("measure.everyone", lang) : out;
}

}  // namespace parcours
