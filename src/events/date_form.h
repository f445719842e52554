// How the times of a column are written, and the reading of one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "events/import_options.h"

namespace parcours {

struct DateForm {
  enum class Kind : std::uint8_t {
    iso,          // 2026-11-21 14:05:30, 2026-11-21T14:05:30.500+01:00, 2026/11/21
    day_first,    // 21/11/2026 14h05, 21.11.26
    month_first,  // 11/21/2026 2:05 PM
    named,        // 21 nov. 2026 14:05, Nov 21, 2026, Sat, 21 Nov 2026 14:05:30 GMT
    compact,      // 20261121, 20261121T140530Z
    epoch,        // seconds (also with decimals), milli-, micro- or nanoseconds since 1970
  };
  Kind kind = Kind::iso;
  int epoch_digits = 0;            // digits after the second: 0, 3, 6 or 9
  TimeUnit finest = TimeUnit::ms;  // zeros below this unit say nothing: the time was recorded in it
  bool operator==(const DateForm&) const = default;
};

std::string_view code_of(DateForm::Kind kind);  // "iso", "day-first", "month-first", "named", "compact", "epoch"

Message label_of(const DateForm& form);  // for people, with an example

enum class DateProblem : std::uint8_t { none, empty, unreadable, no_such_day, no_such_time, out_of_range };

struct ReadTime {
  TimeMs instant = kNoTime;
  TimeUnit unit = TimeUnit::ms;
  bool has_zone = false;
  DateProblem problem = DateProblem::none;
};

// Reads times of one form. Times without a zone are taken in the given one. Years 1900 to 2199 only.
class TimeReader {
 public:
  TimeReader(DateForm form, Zone zone) : form_(form), zone_(std::move(zone)) {}
  ReadTime read(std::string_view text);

 private:
  TimeMs instant_of(const LocalTime& local);

  // Asking the zone is slow; days without a change of offset are kept.
  struct Day {
    std::int64_t number = INT64_MIN;
    TimeMs offset = 0;
    bool even = false;
  };
  DateForm form_;
  Zone zone_;
  std::vector<Day> days_;  // by the last bits of the number; made when first needed
};

struct DateGuess {
  DateForm form;
  std::size_t read = 0, total = 0;  // values of the sample that read so, of the non-empty ones
  bool ambiguous = false;           // day and month could be the other way round
  bool without_zone = false;        // some value has no zone of its own
};

// The form that reads most of the sample; nothing when none reads any.
std::optional<DateGuess> guess_dates(std::span<const std::string_view> sample, const ImportOptions& options);

}  // namespace parcours
