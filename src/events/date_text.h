// A time as it is written, before its zone is known. The grammar of docs/formats/import.md, "Times".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/date_form.h"

namespace parcours {

struct WrittenTime {
  LocalTime local;  // unchecked date
  TimeUnit unit = TimeUnit::day;
  std::optional<int> offset_minutes;  // of a zone written with it
  std::optional<TimeMs> instant;      // of an epoch
};

// Reads the whole text. Times of day are checked, dates only for their shape.
DateProblem read_written(std::string_view text, const DateForm& form, WrittenTime& out);

// The part after the date: "", " 14:05", "T14:05:30.500+01:00", " 14h05", ", 2:05 PM", " à 14 h 05", " 14:05 UTC".
DateProblem read_clock(std::string_view text, WrittenTime& out);

// A date with a month's name, French or English; `rest` is what follows it, folded to ASCII.
DateProblem read_named_date(std::string_view text, Date& date, std::string& rest);

// Takes up to `most` digits off the front; nothing when there are fewer than `least`.
std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most);

}  // namespace parcours
