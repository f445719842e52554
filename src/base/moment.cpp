#include "base/moment.h"

#include <charconv>

namespace parcours {
namespace {

std::optional<int> two_digits(std::string_view text, int most) {
  int value = 0;
  if (text.size() != 2) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 2, value);
  return error == std::errc{} && end == text.data() + 2 && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

}  // namespace

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

TimeMs begins_at(const Moment& moment, const Zone& zone) { return zone.instant(moment.local); }

TimeMs ends_at(const Moment& moment, const Zone& zone) {
  return moment.whole_day ? zone.day_start(plus_days(moment.local.date, 1)) : zone.instant(moment.local);
}

}  // namespace parcours
