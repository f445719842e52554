#include "events/date_form.h"

#include <algorithm>
#include <array>

#include "events/date_text.h"

namespace parcours {
namespace {

constexpr int kYearMin = 1900, kYearMax = 2199;
constexpr TimeMs kInstantMin = -2'208'988'800'000;  // 1900-01-01Z
constexpr TimeMs kInstantMax = 7'258'118'400'000;   // 2200-01-01Z, excluded

bool is_zero_below(const LocalTime& t, TimeUnit unit) {
  if (t.millisecond != 0) return false;
  if (unit == TimeUnit::second) return true;
  if (t.second != 0) return false;
  if (unit == TimeUnit::minute) return true;
  return t.minute == 0 && t.hour == 0;
}

// The unit that the digits show, made as coarse as the whole column is.
TimeUnit unit_in_column(const WrittenTime& written, TimeUnit finest) {
  if (static_cast<int>(finest) <= static_cast<int>(written.unit)) return written.unit;
  return is_zero_below(written.local, finest) ? finest : written.unit;
}

}  // namespace

std::string_view code_of(DateForm::Kind kind) {
  static constexpr std::array<std::string_view, 6> kCodes = {"iso", "day-first", "month-first", "named", "compact", "epoch"};
  return kCodes[static_cast<std::size_t>(kind)];
}

TimeMs TimeReader::instant_of(const LocalTime& local) {
  const std::int64_t number = day_number(local.date);
  static constexpr std::size_t kDaysKept = 256;
  if (days_.empty()) days_.resize(kDaysKept);
  Day& day = days_[static_cast<std::size_t>(number) % kDaysKept];
  if (day.number != number) {
    const TimeMs start = zone_.day_start(local.date);
    day = {number, start - number * kDay, zone_.day_start(date_of(number + 1)) - start == kDay};
  }
  if (!day.even) return zone_.instant(local);
  return number * kDay + day.offset + local.hour * kHour + local.minute * kMinute + local.second * kSecond + local.millisecond;
}

ReadTime TimeReader::read(std::string_view text) {
  ReadTime out;
  WrittenTime written;
  out.problem = read_written(text, form_, written);
  if (out.problem != DateProblem::none) return out;
  out.has_zone = written.offset_minutes.has_value();
  if (written.instant) {
    out.instant = *written.instant;
    out.unit = form_.finest == TimeUnit::second && out.instant % kSecond == 0 ? TimeUnit::second : written.unit;
    if (out.instant < kInstantMin || out.instant >= kInstantMax) out.problem = DateProblem::out_of_range;
    return out;
  }
  if (written.local.date.year < kYearMin || written.local.date.year > kYearMax) return out.problem = DateProblem::out_of_range, out;
  if (!exists(written.local.date)) return out.problem = DateProblem::no_such_day, out;
  out.unit = unit_in_column(written, form_.finest);
  if (out.unit == TimeUnit::day) out.instant = instant_of({written.local.date});
  else if (!written.offset_minutes) out.instant = instant_of(written.local);
  else {
    const LocalTime& t = written.local;
    out.instant =
        day_number(t.date) * kDay + t.hour * kHour + t.minute * kMinute + t.second * kSecond + t.millisecond - *written.offset_minutes * kMinute;
  }
  return out;
}

}  // namespace parcours
