#include "events/guess_roles.h"

#include <algorithm>
#include <set>

#include "events/column_names.h"
#include "events/complaint.h"
#include "events/guess_columns.h"
#include "events/number_form.h"

namespace parcours {
namespace {

constexpr std::size_t kFewRows = 20;

// Names of events from here on ("step", "name", "status") also name other things: their values must repeat.
bool is_weak_event_name(int fit) {
  static const int kWeakFrom = *fit_of_name("step", ColumnRole::event);
  return fit >= kWeakFrom;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace

RoleGuesser::RoleGuesser(const SampleTable& sample, ColumnPlan& plan) : sample_(sample), plan_(plan) {
  for (const std::string& name : sample.names) plain_.push_back(plain_name(name));
}

void RoleGuesser::set(std::size_t column, ColumnRole role, Message reason) {
  plan_.columns[column].role = role;
  plan_.columns[column].reason = std::move(reason);
}

std::optional<std::size_t> RoleGuesser::best_named(ColumnRole role, const Test& passes) const {
  std::optional<std::size_t> best;
  int best_fit = 0;
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    const auto fit = is_free(c) ? fit_of_name(plain_[c], role) : std::nullopt;
    if (!fit || (best && *fit >= best_fit) || !passes(c, *fit)) continue;
    best = c;
    best_fit = *fit;
  }
  return best;
}

std::size_t RoleGuesser::distinct(std::size_t column) const {
  const auto values = sample_.values(column);
  return std::set<std::string_view>(values.begin(), values.end()).size();
}

bool RoleGuesser::is_amount(std::size_t column) const {
  const auto values = sample_.values(column);
  const auto good =
      std::count_if(values.begin(), values.end(), [&](std::string_view v) { return is_absent_number(v) || read_amount(v, plan_.decimal); });
  return !values.empty() && static_cast<std::size_t>(good) * 10 >= values.size() * 9;
}

RoleGuesser::ScoreSpan RoleGuesser::span_of_scores(std::size_t column) const {
  ScoreSpan span;
  for (const std::string_view v : sample_.values(column)) {
    const auto score = read_amount(v, plan_.decimal);
    if (!score) continue;
    span.low = std::min(span.low, *score), span.high = std::max(span.high, *score);
    if (*score < 0 || *score > 10) ++span.off;
    else ++span.on, span.low_on = std::min(span.low_on, *score), span.high_on = std::max(span.high_on, *score);
  }
  return span;
}

// A row without a customer is lost: a key that stands in nearly every row is better than one with a better name. What only may be a key
// ("identifiant") must do so, and come back: a row's own number does not.
void RoleGuesser::guess_customer_by_name() {
  static const int kBareFrom = *fit_of_name("identifiant", ColumnRole::customer);
  const auto always = [&](std::size_t c, int fit) {
    const std::size_t there = sample_.values(c).size();
    return there * 20 >= sample_.rows() * 19 && (fit != kBareFrom || distinct(c) * 10 <= there * 9);
  };
  const auto filled = [&](std::size_t c, int fit) { return fit != kBareFrom && !sample_.values(c).empty(); };
  auto column = best_named(ColumnRole::customer, always);
  if (!column) column = best_named(ColumnRole::customer, filled);
  if (column) set(*column, ColumnRole::customer, msg("events.plan.why.name"));
}

// An identity repeats, but not much more than people come back; among several the one with most values.
void RoleGuesser::guess_customer_by_contents() {
  std::optional<std::size_t> best;
  std::size_t best_distinct = 0;
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    if (!is_free(c) || plain_[c].find("session") != std::string::npos) continue;
    const auto values = sample_.values(c);
    const std::size_t n = distinct(c);
    if (is_circumstance(plain_[c]) || std::all_of(values.begin(), values.end(), is_channel_value)) continue;
    const bool decimals = std::any_of(values.begin(), values.end(), [&](std::string_view v) {
      return is_plain_number(v, plan_.decimal) && v.find(plan_.decimal) != std::string_view::npos;
    });
    const bool identity = n >= 2 && n < values.size() && n * 50 >= values.size() && values.size() == sample_.rows();
    if (decimals || !identity || n <= best_distinct) continue;
    best = c;
    best_distinct = n;
  }
  if (!best) return;
  set(*best, ColumnRole::customer,
      msg("events.plan.why.customer_contents",
          {{"distinct", static_cast<std::int64_t>(best_distinct)}, {"rows", static_cast<std::int64_t>(sample_.rows())}}));
  doubt_customer(msg("events.customer_by_contents", {{"name", plan_.columns[*best].name}}));
}

void RoleGuesser::doubt_customer(Message doubt) {
  plan_.remarks.push_back({Severity::warning, "customer-by-contents", std::move(doubt), msg("events.customer_by_contents_hint"), {}});
}

// In a file of a few rows nobody need come back: what is called "id" and names no event is then who it is about.
void RoleGuesser::guess_customer_by_id() {
  if (sample_.rows() > kFewRows) return;
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    if ((plain_[c] != "id" && plain_[c] != "identifiant") || sample_.values(c).size() != sample_.rows()) continue;
    if (!is_free(c) && plan_.columns[c].role != ColumnRole::id) continue;
    set(c, ColumnRole::customer, msg("events.plan.why.name"));
    return doubt_customer(msg("events.customer_by_id", {{"name", plan_.columns[c].name}}));
  }
}

void RoleGuesser::guess_event() {
  const auto passes = [&](std::size_t c, int fit) {
    const std::size_t there = sample_.values(c).size();
    if (there * 2 < sample_.rows()) return false;
    return !is_weak_event_name(fit) || distinct(c) <= std::max<std::size_t>(20, there / 4);
  };
  if (const auto column = best_named(ColumnRole::event, passes)) set(*column, ColumnRole::event, msg("events.plan.why.name"));
}

// Only when a single column of repeated words is left.
void RoleGuesser::guess_event_by_contents() {
  std::optional<std::size_t> found;
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    if (!is_free(c) || is_amount(c)) continue;
    const std::size_t n = distinct(c), there = sample_.values(c).size();
    if (n < 2 || n > 200 || n * 2 > there || there * 10 < sample_.rows() * 9) continue;
    if (found) return;
    found = c;
  }
  if (!found) return;
  set(*found, ColumnRole::event, msg("events.plan.why.event_contents"));
  plan_.remarks.push_back({Severity::warning,
                           "event-by-contents",
                           msg("events.event_by_contents", {{"name", plan_.columns[*found].name}}),
                           msg("events.event_by_contents_hint"),
                           {}});
}

// Rows with the same id count once, so a wrong guess would lose events: a plain "id" must not repeat at all.
void RoleGuesser::guess_id() {
  static const int kBareFrom = *fit_of_name("row_id", ColumnRole::id);
  const auto passes = [&](std::size_t c, int fit) {
    const std::size_t there = sample_.values(c).size(), n = distinct(c);
    return there > 0 && (fit >= kBareFrom ? n == there && there == sample_.rows() : n * 10 >= there * 9);
  };
  if (const auto column = best_named(ColumnRole::id, passes)) set(*column, ColumnRole::id, msg("events.plan.why.name"));
}

void RoleGuesser::guess_source() {
  const auto filled = [&](std::size_t c, int) { return !sample_.values(c).empty(); };
  if (const auto column = best_named(ColumnRole::source, filled)) set(*column, ColumnRole::source, msg("events.plan.why.name"));
}

// A column named "channel" that speaks of acquisition is a source.
void RoleGuesser::guess_channel() {
  const auto filled = [&](std::size_t c, int) { return !sample_.values(c).empty(); };
  const auto column = best_named(ColumnRole::channel, filled);
  if (!column) return;
  const auto values = sample_.values(*column);
  const std::set<std::string_view> names(values.begin(), values.end());
  const auto acquisition = static_cast<std::size_t>(std::count_if(names.begin(), names.end(), is_acquisition_value));
  if (acquisition * 2 < names.size()) return set(*column, ColumnRole::channel, msg("events.plan.why.name"));
  const bool taken = column_of(plan_, ColumnRole::source) != nullptr;
  if (!taken) set(*column, ColumnRole::source, msg("events.plan.why.acquisition"));
}

void RoleGuesser::guess_value() {
  const auto passes = [&](std::size_t c, int) { return is_amount(c); };
  if (const auto column = best_named(ColumnRole::value, passes)) return set(*column, ColumnRole::value, msg("events.plan.why.name"));
  remark_unread_value();
}

void RoleGuesser::guess_score() {
  const auto passes = [&](std::size_t c, int) {
    const ScoreSpan span = span_of_scores(c);
    const bool survey = has_any(plain_[c], {"nps", "csat", "ces", "satisf"});
    const bool slips = span.off * 10 <= span.on + span.off;  // a few do not make it another thing: they become rejects
    return is_amount(c) && (slips || (survey && span.off < span.on));
  };
  if (const auto column = best_named(ColumnRole::score, passes)) return set(*column, ColumnRole::score, msg("events.plan.why.name"));
  const auto mostly = [&](std::size_t c, int) { return is_amount(c) && span_of_scores(c).off < span_of_scores(c).on; };
  const auto column = best_named(ColumnRole::score, mostly);
  if (!column) return;
  const ScoreSpan span = span_of_scores(*column);
  plan_.remarks.push_back({Severity::note,
                           "possible-score",
                           msg("events.possible_score", {{"name", sample_.names[*column]},
                                                         {"off", static_cast<std::int64_t>(span.off)},
                                                         {"values", static_cast<std::int64_t>(span.on + span.off)},
                                                         {"value", span.high > 10 ? span.high : span.low}}),
                           msg("events.possible_score_hint", {{"column", option_word(sample_.names[*column])}}),
                           {}});
}

Outcome RoleGuesser::settle_scale(const ImportOptions& options) {
  const PlannedColumn* column = column_of(plan_, ColumnRole::score);
  if (!column) return Done{};
  if (options.scale && *options.scale != ScoreScale::none) return plan_.scale = *options.scale, Done{};
  const ScoreSpan span = span_of_scores(static_cast<std::size_t>(column - plan_.columns.data()));
  if (span.off > span.on)
    return mistaken(msg("events.no_scale", {{"name", column->name}, {"low", span.low}, {"high", span.high}}), msg("events.no_scale_hint"));
  const std::string plain = plain_name(column->name);
  if (span.high_on > 7 || span.low_on < 1 || has_any(plain, {"nps"})) plan_.scale = ScoreScale::zero_to_ten;
  else if (span.high_on > 5 || has_any(plain, {"ces", "effort"})) plan_.scale = ScoreScale::one_to_seven;
  else plan_.scale = ScoreScale::one_to_five;
  plan_.remarks.push_back({Severity::note,
                           "score-scale",
                           msg("events.scale_guessed", {{"name", column->name}, {"scale", std::string(code_of(plan_.scale))}}),
                           msg("events.scale_guessed_hint"),
                           {}});
  return Done{};
}

}  // namespace parcours
