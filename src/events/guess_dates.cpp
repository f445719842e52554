// Which form the times of a sample have.
#include <algorithm>
#include <vector>

#include "events/date_form.h"
#include "events/date_text.h"

namespace parcours {
namespace {

using Sample = std::span<const std::string_view>;

// The digits of a column of whole numbers tell seconds from their fractions: 1e9 s is 2001, 1e11 s is past 5000.
std::optional<int> epoch_digits_of(std::string_view text) {
  std::int64_t digits = 0;
  for (const char c : text.substr(0, text.find('.'))) {
    if (c < '0' || c > '9') return std::nullopt;
    ++digits;
  }
  if (digits >= 9 && digits <= 10) return 0;
  if (digits >= 12 && digits <= 13) return 3;
  if (digits >= 15 && digits <= 16) return 6;
  if (digits >= 18 && digits <= 19) return 9;
  return std::nullopt;
}

std::vector<DateForm> candidates_for(Sample sample) {
  std::vector<DateForm> out;
  for (const auto kind :
       {DateForm::Kind::iso, DateForm::Kind::day_first, DateForm::Kind::month_first, DateForm::Kind::named, DateForm::Kind::compact})
    out.push_back({kind});
  for (const std::string_view text : sample) {
    const auto digits = epoch_digits_of(text);
    if (!digits) continue;
    out.push_back({DateForm::Kind::epoch, *digits});
    break;
  }
  return out;
}

struct Tally {
  DateForm form;
  std::size_t read = 0;
  bool without_zone = false;
};

Tally try_form(const DateForm& form, Sample sample) {
  Tally tally{form};
  TimeReader reader(form, Zone::utc());
  for (const std::string_view text : sample) {
    const ReadTime time = reader.read(text);
    if (time.problem != DateProblem::none) continue;
    ++tally.read;
    tally.without_zone |= !time.has_zone;
  }
  return tally;
}

// An export of days often writes them as midnights. One time of day anywhere in the sample, and all midnights are times.
bool all_midnights(const DateForm& form, Sample sample) {
  bool any = false;
  for (const std::string_view text : sample) {
    WrittenTime written;
    if (read_written(text, form, written) != DateProblem::none) continue;
    if (written.instant || !(written.local == LocalTime{written.local.date})) return false;
    any = true;
  }
  return any;
}

bool prefers_day_first(Sample sample, const ImportOptions& options) {
  if (options.day_order) return *options.day_order == DayOrder::day_first;
  const bool american = !sample.empty() && sample.front().find('/') != std::string_view::npos && options.lang == Lang::en;
  return !american;  // 21.11.2026 and 21-11-2026 have the day first everywhere
}

}  // namespace

std::optional<DateGuess> guess_dates(Sample sample, const ImportOptions& options) {
  std::vector<std::string_view> values;
  for (const std::string_view text : sample)
    if (!text.empty()) values.push_back(text);
  std::vector<Tally> tallies;
  for (const DateForm& form : candidates_for(values)) {
    const bool day_first = form.kind == DateForm::Kind::day_first, month_first = form.kind == DateForm::Kind::month_first;
    if (options.day_order &&
        ((day_first && *options.day_order != DayOrder::day_first) || (month_first && *options.day_order != DayOrder::month_first)))
      continue;
    tallies.push_back(try_form(form, values));
  }
  const auto best = std::max_element(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.read < b.read; });
  if (best == tallies.end() || best->read == 0) return std::nullopt;
  DateGuess guess{best->form, best->read, values.size(), false, best->without_zone};
  const bool ordered = best->form.kind == DateForm::Kind::day_first || best->form.kind == DateForm::Kind::month_first;
  if (ordered && !options.day_order) {
    const auto as_good = std::count_if(tallies.begin(), tallies.end(), [&](const Tally& t) {
      return t.read == best->read && (t.form.kind == DateForm::Kind::day_first || t.form.kind == DateForm::Kind::month_first);
    });
    guess.ambiguous = as_good == 2;
    if (guess.ambiguous) guess.form.kind = prefers_day_first(values, options) ? DateForm::Kind::day_first : DateForm::Kind::month_first;
  }
  if (options.precision) guess.form.finest = *options.precision;
  else if (all_midnights(guess.form, values)) guess.form.finest = TimeUnit::day;
  return guess;
}

}  // namespace parcours
