// The rule in the last line of a time zone's file: what holds after the changes that the file lists.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace parcours {

class ZoneRule {
 public:
  // "CET-1CEST,M3.5.0,M10.5.0/3", "JST-9": POSIX, with RFC 8536's times from -167 to 167 hours. Nothing for what is no such rule, and for
  // rules by the number of the day in the year, which no zone has.
  static std::optional<ZoneRule> parse(std::string_view text);

  TimeMs offset_at(TimeMs instant) const;  // what is added to UTC
  // The same for what a clock on the wall shows: in a gap the offset of before the change, of two instants the earlier's.
  TimeMs offset_of_wall(TimeMs wall) const;

 private:
  // The week-th (5: last) such weekday (0: Sunday) of the month, and the time on the wall before the change.
  struct Change {
    int month = 0, week = 0, weekday = 0;
    TimeMs time = 2 * kHour;
    TimeMs wall_in(int year) const;
  };
  struct Reader;

  TimeMs standard_ = 0, summer_ = 0;
  std::optional<Change> begin_, end_;  // of summer time; nothing: there is none
};

}  // namespace parcours
