#include "base/time.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>
#include <mutex>

#include <date/tz.h>

#include "base/files.h"
#include "base/zone_rule.h"

namespace parcours {
namespace {

namespace chr = std::chrono;

date::sys_time<chr::milliseconds> sys(TimeMs instant) { return date::sys_time<chr::milliseconds>(chr::milliseconds(instant)); }

// The library reads the changes that a zone's file lists, up to 2037, and not the rule of what comes after.
struct KnownZone {
  const date::time_zone* listed;
  std::optional<ZoneRule> after;  // nothing where there is none: the last offset stays
};

std::optional<ZoneRule> rule_after(const std::string& zone) {
  const auto file = DiskFiles().read("/usr/share/zoneinfo/" + zone);
  if (!file.ok() || !file->ends_with('\n')) return std::nullopt;
  const std::string_view text = std::string_view(*file).substr(0, file->size() - 1);
  return ZoneRule::parse(text.substr(text.find_last_of('\n') + 1));
}

// Lives as long as the program. Throws on an unknown name, as the library does.
const KnownZone& known_zone(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, KnownZone> zones;
  const std::lock_guard lock(mutex);
  const auto found = zones.find(name);
  if (found != zones.end()) return found->second;
  return zones.emplace(name, KnownZone{date::locate_zone(name), rule_after(name)}).first->second;
}

const KnownZone& zone_at(const void* zone) { return *static_cast<const KnownZone*>(zone); }

bool lasts_for_ever(const date::sys_info& info) { return info.end >= date::sys_days(date::year(9999) / 1 / 1); }

TimeMs offset_at(const KnownZone& zone, TimeMs instant) {
  const date::sys_info info = zone.listed->get_info(sys(instant));
  return zone.after && lasts_for_ever(info) ? zone.after->offset_at(instant) : chr::milliseconds(info.offset).count();
}

// In a gap the offset of before the change pushes the wall clock past it; of two instants it gives the earlier.
TimeMs offset_of_wall(const KnownZone& zone, TimeMs wall) {
  const date::local_info info = zone.listed->get_info(date::local_time<chr::milliseconds>(chr::milliseconds(wall)));
  const bool is_after = info.result == date::local_info::unique && lasts_for_ever(info.first);
  return zone.after && is_after ? zone.after->offset_of_wall(wall) : chr::milliseconds(info.first.offset).count();
}

date::year_month_day calendar(Date d) {
  return date::year(d.year) / date::month(static_cast<unsigned>(d.month)) / date::day(static_cast<unsigned>(d.day));
}

Date from_calendar(date::year_month_day d) { return {int(d.year()), static_cast<int>(unsigned(d.month())), static_cast<int>(unsigned(d.day()))}; }

bool read_digits(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && text.front() != '-';
}

struct DurationUnit {
  std::string_view name;
  TimeMs span;
};
constexpr std::array<DurationUnit, 7> kDurationUnits = {
    {{"ms", 1}, {"s", kSecond}, {"m", kMinute}, {"min", kMinute}, {"h", kHour}, {"d", kDay}, {"w", 7 * kDay}}};
constexpr TimeMs kLongestSpan = 365'250 * kDay;

}  // namespace

std::string_view code_of(TimeUnit unit) {
  static constexpr std::array<std::string_view, 5> kCodes = {"ms", "s", "min", "day", "order"};
  return kCodes[static_cast<std::size_t>(unit)];
}

std::optional<TimeUnit> unit_of(std::string_view code) {
  for (const TimeUnit unit : {TimeUnit::ms, TimeUnit::second, TimeUnit::minute, TimeUnit::day, TimeUnit::order})
    if (code_of(unit) == code) return unit;
  return std::nullopt;
}

bool exists(Date d) { return d.month >= 1 && d.day >= 1 && d.year >= 0 && d.year <= 9999 && calendar(d).ok(); }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Date d;
  if (!read_digits(text.substr(0, 4), d.year) || !read_digits(text.substr(5, 2), d.month) || !read_digits(text.substr(8, 2), d.day))
    return std::nullopt;
  return exists(d) ? std::optional(d) : std::nullopt;
}

std::string show(Date d) {
  std::array<char, 40> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", d.year, d.month, d.day);
  return buffer.data();
}

std::int64_t day_number(Date d) { return date::sys_days(calendar(d)).time_since_epoch().count(); }
Date date_of(std::int64_t n) { return from_calendar(date::year_month_day(date::sys_days(date::days(n)))); }
Date plus_days(Date d, std::int64_t days) { return date_of(day_number(d) + days); }
int weekday(Date d) { return static_cast<int>(date::weekday(date::sys_days(calendar(d))).iso_encoding()); }

std::optional<Zone> Zone::find(std::string_view name) {
  try {
    return Zone(std::string(name), &known_zone(std::string(name)));
  } catch (const std::exception&) { return std::nullopt; }
}

Zone Zone::utc() { return Zone("UTC", nullptr); }

LocalTime Zone::local(TimeMs instant) const {
  const chr::milliseconds time(instant + (zone_ ? offset_at(zone_at(zone_), instant) : 0));
  const auto days = chr::floor<date::days>(time);
  const date::hh_mm_ss<chr::milliseconds> clock(time - days);
  LocalTime out;
  out.date = from_calendar(date::year_month_day(date::sys_days(days)));
  out.hour = static_cast<int>(clock.hours().count());
  out.minute = static_cast<int>(clock.minutes().count());
  out.second = static_cast<int>(clock.seconds().count());
  out.millisecond = static_cast<int>(clock.subseconds().count());
  return out;
}

TimeMs Zone::instant(const LocalTime& l) const {
  const TimeMs wall = day_number(l.date) * kDay + l.hour * kHour + l.minute * kMinute + l.second * kSecond + l.millisecond;
  return zone_ ? wall - offset_of_wall(zone_at(zone_), wall) : wall;
}

TimeInterval interval_of(TimeMs time, TimeUnit unit, const Zone& zone) {
  const auto cut = [time](TimeMs span) {
    const TimeMs rest = ((time % span) + span) % span;
    return TimeInterval{time - rest, time - rest + span};
  };
  switch (unit) {
    case TimeUnit::ms: return {time, time + 1};
    case TimeUnit::second: return cut(kSecond);
    case TimeUnit::minute: return cut(kMinute);
    case TimeUnit::day: {
      const Date day = zone.date(time);
      return {zone.day_start(day), zone.day_start(plus_days(day, 1))};
    }
    case TimeUnit::order: return {time, time};
  }
  return {time, time};
}

std::optional<TimeMs> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  double total = 0;
  bool after_hours = false;
  while (!text.empty()) {
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
    if (error != std::errc{} || text.front() == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const auto letters = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), text.size());
    const DurationUnit* unit = nullptr;
    for (const auto& candidate : kDurationUnits)
      if (candidate.name == text.substr(0, letters)) unit = &candidate;
    if (text.empty() && after_hours && amount < 60) return std::llround(total + amount * static_cast<double>(kMinute));
    if (!unit) return std::nullopt;
    after_hours = unit->span == kHour;
    total += amount * static_cast<double>(unit->span);
    if (!(total <= static_cast<double>(kLongestSpan))) return std::nullopt;
    text.remove_prefix(letters);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return std::llround(total);
}

std::string show_exact_duration(TimeMs span) {
  if (span == 0) return "0s";
  static constexpr std::array<DurationUnit, 5> kDescending = {{{"d", kDay}, {"h", kHour}, {"m", kMinute}, {"s", kSecond}, {"ms", 1}}};
  std::string out = span < 0 ? "-" : "";
  TimeMs rest = span < 0 ? -span : span;
  for (const auto& unit : kDescending) {
    if (rest >= unit.span) out += std::to_string(rest / unit.span) + std::string(unit.name);
    rest %= unit.span;
  }
  return out;
}

std::string show_instant(TimeMs instant, const Zone& zone) {
  const LocalTime l = zone.local(instant);
  const TimeMs wall = day_number(l.date) * kDay + l.hour * kHour + l.minute * kMinute + l.second * kSecond + l.millisecond;
  const TimeMs offset = (wall - instant) / kMinute;
  std::array<char, 80> buffer;
  int n = std::snprintf(buffer.data(), buffer.size(), "%sT%02d:%02d:%02d", show(l.date).c_str(), l.hour, l.minute, l.second);
  if (l.millisecond) n += std::snprintf(buffer.data() + n, buffer.size() - static_cast<std::size_t>(n), ".%03d", l.millisecond);
  if (offset == 0) return std::string(buffer.data()) + "Z";
  const TimeMs magnitude = offset < 0 ? -offset : offset;
  std::snprintf(buffer.data() + n, buffer.size() - static_cast<std::size_t>(n), "%c%02d:%02d", offset < 0 ? '-' : '+',
                static_cast<int>(magnitude / 60), static_cast<int>(magnitude % 60));
  return buffer.data();
}

}  // namespace parcours
