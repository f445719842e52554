// The column of times, and the time of day beside it.
#include <algorithm>

#include "events/column_names.h"
#include "events/complaint.h"
#include "events/guess_roles.h"

namespace parcours {
namespace {

// Order numbers of eight or ten digits would read as days or seconds: without a name that says time, years must be plausible.
bool is_plausible(const DateGuess& guess, const std::vector<std::string_view>& values) {
  if (guess.form.kind != DateForm::Kind::epoch && guess.form.kind != DateForm::Kind::compact) return true;
  static constexpr TimeMs kFrom = 631'152'000'000, kTo = 4'102'444'800'000;  // 1990, 2100
  TimeReader reader(guess.form, Zone::utc());
  return std::all_of(values.begin(), values.end(), [&](std::string_view v) {
    const ReadTime time = reader.read(v);
    return time.instant >= kFrom && time.instant < kTo;
  });
}

bool days_only(const DateForm& form, const std::vector<std::string_view>& values) {
  TimeReader reader(form, Zone::utc());
  return std::all_of(values.begin(), values.end(), [&](std::string_view v) {
    const ReadTime time = reader.read(v);
    return time.problem != DateProblem::none || time.unit == TimeUnit::day;
  });
}

}  // namespace

void RoleGuesser::take_times(const DateGuess& guess, const std::string& column, const ImportOptions& options) {
  plan_.dates = guess.form;
  std::erase_if(plan_.remarks, [](const Diagnostic& d) { return d.code == "ambiguous-days" || d.code == "times-without-zone"; });
  if (guess.ambiguous)
    plan_.remarks.push_back({Severity::warning,
                             "ambiguous-days",
                             guess.form.kind == DateForm::Kind::day_first ? msg("events.ambiguous_day_first", {{"name", column}})
                                                                          : msg("events.ambiguous_month_first", {{"name", column}}),
                             msg("events.ambiguous_days_hint"),
                             {}});
  if (guess.without_zone && guess.form.finest != TimeUnit::day)
    plan_.remarks.push_back({Severity::note,
                             "times-without-zone",
                             msg("events.times_without_zone", {{"name", column}, {"zone", options.zone}}),
                             msg("events.times_without_zone_hint"),
                             {}});
}

Failure RoleGuesser::time_unreadable(std::size_t column) const {
  const auto values = sample_.values(column);
  const auto bad = std::find_if(values.begin(), values.end(), [](std::string_view value) { return !guess_dates(std::span(&value, 1), {}); });
  const std::string example((bad == values.end() ? values.front() : *bad).substr(0, 80));
  return unreadable(msg("events.time_unreadable", {{"name", sample_.names[column]}, {"example", example}}), msg("events.time_unreadable_hint"));
}

Outcome RoleGuesser::check_times(std::size_t column, const ImportOptions& options) {
  const auto values = sample_.values(column);
  const auto guess = guess_dates(values, options);
  if (guess) return take_times(*guess, sample_.names[column], options), Done{};
  return values.empty() ? Outcome(Done{}) : time_unreadable(column);
}

Outcome RoleGuesser::guess_time(const ImportOptions& options) {
  std::optional<std::size_t> unreadable;
  static const int kSureNames = *fit_of_name("jour", ColumnRole::time);
  const auto passes = [&](std::size_t c, int fit) {
    const auto values = sample_.values(c);
    const auto guess = guess_dates(values, options);
    const bool good = guess && guess->read * 2 > guess->total;
    if (!good && !values.empty() && !unreadable && fit < kSureNames) unreadable = c;
    return good;
  };
  if (const auto column = best_named(ColumnRole::time, passes)) {
    set(*column, ColumnRole::time, msg("events.plan.why.name"));
    return check_times(*column, options);
  }
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    if (!is_free(c)) continue;
    const auto values = sample_.values(c);
    const auto guess = guess_dates(values, options);
    if (!guess || guess->read * 20 < guess->total * 19 || values.size() * 2 < sample_.rows() || !is_plausible(*guess, values)) continue;
    set(c, ColumnRole::time, msg("events.plan.why.time_contents"));
    return check_times(c, options);
  }
  return unreadable ? Outcome(time_unreadable(*unreadable)) : Outcome(Done{});
}

void RoleGuesser::guess_clock(const ImportOptions& options) {
  const PlannedColumn* time = column_of(plan_, ColumnRole::time);
  const auto dates = static_cast<std::size_t>(time - plan_.columns.data());
  if (!days_only(plan_.dates, sample_.values(dates))) return;
  std::optional<DateGuess> found;
  const auto passes = [&](std::size_t c, int) {
    std::vector<std::string> joined;
    for (std::size_t r = 0; r < sample_.rows(); ++r)
      if (!sample_.columns[c][r].empty()) joined.push_back(sample_.columns[dates][r].substr(0, 40) + " " + sample_.columns[c][r]);
    const std::vector<std::string_view> views(joined.begin(), joined.end());
    const auto guess = guess_dates(views, options);
    if (!guess || guess->read * 10 < guess->total * 9) return false;
    found = guess;
    return true;
  };
  const auto column = best_named(ColumnRole::clock, passes);
  if (!column) return;
  set(*column, ColumnRole::clock, msg("events.plan.why.name"));
  take_times(*found, sample_.names[dates], options);
}

}  // namespace parcours
