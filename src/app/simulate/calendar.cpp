#include "app/simulate/calendar.h"

#include <algorithm>
#include <cmath>

namespace parcours {
namespace {

using Hours = std::array<double, 24>;
using Week = std::array<double, 7>;

constexpr Hours kHoursOfDay = {1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 4, 5, 5, 6, 5, 4, 4, 4, 5, 6, 6, 7, 7, 5, 2};
constexpr Hours kHoursInOffices = {0, 0, 0, 0, 0, 0, 0.2, 1, 4, 8, 9, 8, 4, 5, 8, 8, 7, 4, 1, 0.5, 0.3, 0.2, 0.1, 0};
constexpr Week kDaysOfWeek = {1, 0.95, 0.95, 1, 1, 1.15, 1.3};
constexpr Week kDaysInOffices = {1.1, 1.2, 1.2, 1.15, 0.9, 0.06, 0.04};
constexpr std::array<double, 12> kMonths = {1.05, 0.95, 1, 1, 1, 1, 0.9, 0.75, 1.05, 1.05, 1.25, 1.3};
constexpr double kRush = 2, kRushDays = 12;

std::int64_t days_until_anniversary(std::int64_t day, Date target) {
  for (int year = date_of(day).year;; ++year) {
    Date next{year, target.month, target.day};
    if (!exists(next)) next.day = 28;  // of 29 February
    if (day_number(next) >= day) return day_number(next) - day;
  }
}

double weight_of(std::int64_t number, const CalendarOptions& options) {
  if (!options.season) return 1;
  const Date day = date_of(number);
  double weight = (options.office ? kDaysInOffices : kDaysOfWeek)[static_cast<std::size_t>(weekday(day) - 1)];
  if (!options.office) weight *= kMonths[static_cast<std::size_t>(day.month - 1)];
  if (options.target) weight *= 1 + kRush * std::exp(-static_cast<double>(days_until_anniversary(number, *options.target)) / kRushDays);
  return weight;
}

// The index that a chance from 0 to 1 falls on.
template <class Sums>
std::size_t drawn(const Sums& sums, double chance) {
  const auto at = std::upper_bound(sums.begin(), sums.end(), chance * sums.back());
  return std::min(static_cast<std::size_t>(at - sums.begin()), sums.size() - 1);
}

}  // namespace

SimulatedCalendar::SimulatedCalendar(const CalendarOptions& options, const Zone& zone)
    : zone_(zone), start_(zone.day_start(options.first)), end_(zone.day_start(plus_days(options.last, 1))), first_day_(day_number(options.first)) {
  double sum = 0;
  for (std::int64_t day = first_day_; day <= day_number(options.last); ++day) until_day_.push_back(sum += weight_of(day, options));
  sum = 0;
  for (std::size_t hour = 0; hour < until_hour_.size(); ++hour)
    until_hour_[hour] = sum += !options.season ? 1 : (options.office ? kHoursInOffices : kHoursOfDay)[hour];
}

TimeMs SimulatedCalendar::moment_on(Date day, Random& random) const {
  const int hour = static_cast<int>(drawn(until_hour_, random.uniform()));
  const int minute = static_cast<int>(random.below(60)), second = static_cast<int>(random.below(60));
  return zone_.instant(LocalTime{day, hour, minute, second, 0});
}

TimeMs SimulatedCalendar::beginning(Random& random) const {
  const auto day = static_cast<std::int64_t>(drawn(until_day_, random.uniform()));
  return moment_on(date_of(first_day_ + day), random);
}

TimeMs SimulatedCalendar::days_after(TimeMs from, std::int64_t days, Random& random) const {
  const TimeMs at = moment_on(plus_days(zone_.date(from), days), random);
  return at > from ? at : from + static_cast<TimeMs>(10 + random.below(170)) * kMinute;
}

}  // namespace parcours
