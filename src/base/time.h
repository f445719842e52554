// Instants, spans of time and time zones. Instants are UTC milliseconds since 1970; local calendars come from a Zone.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace parcours {

using TimeMs = std::int64_t;  // an instant, or a span between two instants, in milliseconds

inline constexpr TimeMs kNoTime = std::numeric_limits<TimeMs>::min();
inline constexpr TimeMs kSecond = 1000;
inline constexpr TimeMs kMinute = 60 * kSecond;
inline constexpr TimeMs kHour = 60 * kMinute;
inline constexpr TimeMs kDay = 24 * kHour;
inline constexpr double kDaySeconds = 86'400;

// How finely an event's time was recorded. `order`: the log has no time, only an order of arrival.
enum class TimeUnit : std::uint8_t { ms, second, minute, day, order };

std::string_view code_of(TimeUnit unit);  // "ms" | "s" | "min" | "day" | "order"
std::optional<TimeUnit> unit_of(std::string_view code);

struct Date {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  auto operator<=>(const Date&) const = default;
};

struct LocalTime {
  Date date;
  int hour = 0, minute = 0, second = 0, millisecond = 0;
  auto operator<=>(const LocalTime&) const = default;
};

bool exists(Date date);                                 // 2027-02-29 does not
std::optional<Date> parse_date(std::string_view text);  // "2027-01-02", nothing else
std::string show(Date date);                            // "2027-01-02"
std::int64_t day_number(Date date);                     // days since 1970-01-01
Date date_of(std::int64_t day_number);
Date plus_days(Date date, std::int64_t days);
int weekday(Date date);  // 1 = Monday .. 7 = Sunday

// A time zone of the IANA database, e.g. "Europe/Paris".
class Zone {
 public:
  static std::optional<Zone> find(std::string_view name);
  static Zone utc();

  const std::string& name() const { return name_; }
  LocalTime local(TimeMs instant) const;
  Date date(TimeMs instant) const { return local(instant).date; }
  // The instant of a local time. One that falls in a gap (spring) moves forward past it; of two (autumn) the earlier is taken.
  TimeMs instant(const LocalTime& local) const;
  TimeMs day_start(Date date) const { return instant(LocalTime{date}); }
  bool operator==(const Zone& other) const { return name_ == other.name_; }

 private:
  Zone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const void* zone_;
};

// The interval an event's time stands for: [start, end). For TimeUnit::order both are the given time and nothing ties.
struct TimeInterval {
  TimeMs start = 0, end = 0;
};
TimeInterval interval_of(TimeMs time, TimeUnit unit, const Zone& zone);

// "10s", "45m", "12h", "30d" and sums of them ("1d12h"), also "min" for minutes and "ms", "w"; "1h30" is an hour and a half. 1 d = 86 400 s.
// Gives milliseconds; nothing for other text, negative spans or spans beyond 1000 years.
std::optional<TimeMs> parse_duration(std::string_view text);
std::string show_exact_duration(TimeMs span);  // "30d", "1d12h": what parse_duration reads back

// ISO 8601 in the zone, with offset: "2026-11-21T10:00:00.500+01:00"; milliseconds only when there are some.
std::string show_instant(TimeMs instant, const Zone& zone);

}  // namespace parcours
