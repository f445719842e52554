#include "base/zone_rule.h"

#include <algorithm>

#include "base/ascii.h"

namespace parcours {

// Takes the parts off the front of the rule's text.
struct ZoneRule::Reader {
  std::string_view text;

  bool take(char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
  }

  bool name() {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (take('<')) {
      const auto end = text.find('>');
      if (end == std::string_view::npos) return false;
      text.remove_prefix(end + 1);
      return true;
    }
    const auto end = std::find_if_not(text.begin(), text.end(), is_letter) - text.begin();
    text.remove_prefix(static_cast<std::size_t>(end));
    return end >= 3;
  }

  std::optional<int> number() {
    int value = 0, digits = 0;
    for (; !text.empty() && is_digit(text.front()) && digits < 3; ++digits) {
      value = value * 10 + (text.front() - '0');
      text.remove_prefix(1);
    }
    return digits > 0 ? std::optional(value) : std::nullopt;
  }

  // [+-]h[:mm[:ss]]
  std::optional<TimeMs> time() {
    const bool negative = take('-');
    if (!negative) take('+');
    const auto hours = number();
    if (!hours) return std::nullopt;
    TimeMs value = *hours * kHour;
    for (const TimeMs unit : {kMinute, kSecond}) {
      if (!take(':')) break;
      const auto part = number();
      if (!part) return std::nullopt;
      value += *part * unit;
    }
    return negative ? -value : value;
  }

  // ",M3.5.0" and perhaps "/3"
  std::optional<Change> change() {
    Change out;
    if (!take(',') || !take('M')) return std::nullopt;
    out.month = number().value_or(0);
    out.week = take('.') ? number().value_or(0) : 0;
    out.weekday = take('.') ? number().value_or(7) : 7;
    if (out.month < 1 || out.month > 12 || out.week < 1 || out.week > 5 || out.weekday > 6) return std::nullopt;
    if (!take('/')) return out;
    const auto at = time();
    if (!at) return std::nullopt;
    out.time = *at;
    return out;
  }
};

TimeMs ZoneRule::Change::wall_in(int year) const {
  const std::int64_t first = day_number({year, month, 1});
  const std::int64_t next = month == 12 ? day_number({year + 1, 1, 1}) : day_number({year, month + 1, 1});
  const int days_after_first = (weekday - parcours::weekday(date_of(first)) % 7 + 7) % 7 + (week - 1) * 7;
  std::int64_t day = first + days_after_first;
  if (day >= next) day -= 7;  // there are four of them
  return day * kDay + time;
}

std::optional<ZoneRule> ZoneRule::parse(std::string_view text) {
  Reader reader{text};
  ZoneRule rule;
  if (!reader.name()) return std::nullopt;
  const auto standard = reader.time();  // west of Greenwich is positive there
  if (!standard) return std::nullopt;
  rule.standard_ = rule.summer_ = -*standard;
  if (reader.text.empty()) return rule;
  if (!reader.name()) return std::nullopt;
  rule.summer_ = rule.standard_ + kHour;
  if (!reader.text.starts_with(',')) {
    const auto summer = reader.time();
    if (!summer) return std::nullopt;
    rule.summer_ = -*summer;
  }
  rule.begin_ = reader.change();
  rule.end_ = reader.change();
  if (!rule.begin_ || !rule.end_ || !reader.text.empty()) return std::nullopt;
  return rule;
}

TimeMs ZoneRule::offset_at(TimeMs instant) const {
  if (!begin_) return standard_;
  const TimeMs local = instant + standard_;
  const int year = date_of((local - ((local % kDay) + kDay) % kDay) / kDay).year;
  const TimeMs begin = begin_->wall_in(year) - standard_, end = end_->wall_in(year) - summer_;
  const bool summer = begin < end ? begin <= instant && instant < end : instant < end || instant >= begin;
  return summer ? summer_ : standard_;
}

TimeMs ZoneRule::offset_of_wall(TimeMs wall) const {
  const TimeMs low = std::min(standard_, summer_), high = std::max(standard_, summer_);
  return offset_at(wall - high) == high ? high : low;
}

}  // namespace parcours
