#include "events/row_taker.h"

#include <algorithm>
#include <utility>

#include "events/encoding.h"
#include "events/identity.h"
#include "events/number_form.h"

namespace parcours {
namespace {

constexpr std::size_t kIdentityBytesMax = 1000;

std::string_view shown(std::string_view text) {
  static constexpr std::size_t kShownBytes = 80;
  std::size_t end = std::min(text.size(), kShownBytes);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string utf8_of(std::string_view raw) {
  std::string out;
  if (is_utf8(raw)) out = raw;
  else append_from_windows1252(raw, out);
  std::replace(out.begin(), out.end(), '\0', ' ');
  return out;
}

std::string_view optional_text(std::string_view text) {
  text = without_blanks(text);
  return is_absent(text) ? std::string_view() : text;
}

Message reason_of(DateProblem problem, std::string_view text, const DateForm& form) {
  const std::string value(shown(text));
  switch (problem) {
    case DateProblem::none:
    case DateProblem::empty: break;
    case DateProblem::no_such_day:
      if (form.kind == DateForm::Kind::day_first) return msg("events.reject.no_such_day_day_first", {{"value", value}});
      if (form.kind == DateForm::Kind::month_first) return msg("events.reject.no_such_day_month_first", {{"value", value}});
      return msg("events.reject.no_such_day", {{"value", value}});
    case DateProblem::no_such_time: return msg("events.reject.no_such_time", {{"value", value}});
    case DateProblem::out_of_range: return msg("events.reject.time_out_of_range", {{"value", value}});
    case DateProblem::unreadable: return msg("events.reject.not_a_time", {{"value", value}, {"form", nested(label_of(form))}});
  }
  return msg("events.reject.no_time");
}

// Most optional fields are empty: code 0 needs no looking up.
void push_optional(TextColumn& column, std::string_view text) {
  text = optional_text(text);
  if (text.empty()) column.codes.push_back(0);
  else column.push(text);
}

std::pair<double, double> range_of(ScoreScale scale) {
  switch (scale) {
    case ScoreScale::zero_to_ten: return {0, 10};
    case ScoreScale::one_to_five: return {1, 5};
    case ScoreScale::one_to_seven: return {1, 7};
    case ScoreScale::none: break;
  }
  return {-kNone, kNone};
}

}  // namespace

void RejectList::add(std::uint64_t line, std::string column, Message reason, std::string_view raw) {
  std::string row;
  if (text_bytes_ < kTextBytesMax) row = utf8_of(raw.substr(0, kRowBytesKept));
  text_bytes_ += row.size();
  all_.push_back({line, std::move(column), std::move(reason), std::move(row), {}});
}

RowTaker::RowTaker(const ColumnPlan& plan, RejectList& rejects)
    : plan_(plan), rejects_(rejects), times_(plan.dates, Zone::find(plan.zone).value_or(Zone::utc())), batch_(fresh_batch()) {}

EventBatch RowTaker::fresh_batch() const {
  EventBatch batch;
  for (const PlannedColumn& column : plan_.columns)
    if (column.role == ColumnRole::link) batch.link_names.push_back(column.name);
  batch.links.resize(batch.link_names.size());
  return batch;
}

EventBatch RowTaker::release() { return std::exchange(batch_, fresh_batch()); }

void RowTaker::reject(std::uint64_t line, ColumnRole role, Message reason, std::string_view raw) {
  const PlannedColumn* column = column_of(plan_, role);
  rejects_.add(line, column ? column->name : "", std::move(reason), raw);
}

bool RowTaker::read_time(const RowFields& fields, ReadTime& time, std::string_view raw) {
  if (plan_.order_only) {
    time.unit = TimeUnit::order;
    return true;
  }
  std::string_view text = fields.time;
  if (const auto clock = optional_text(fields.clock); !clock.empty()) {
    joined_.assign(without_blanks(text)).append(" ").append(clock);
    text = joined_;
  }
  time = times_.read(text);
  if (time.problem == DateProblem::none) return true;
  reject(fields.line, ColumnRole::time, is_absent(without_blanks(text)) ? msg("events.reject.no_time") : reason_of(time.problem, text, plan_.dates),
         raw);
  return false;
}

bool RowTaker::read_number(std::string_view text, ColumnRole role, std::uint64_t line, std::string_view raw, double& value) {
  value = kNone;
  if (text.empty()) return true;
  text = without_blanks(text);
  if (is_absent_number(text)) return true;
  const auto read = read_amount(text, plan_.decimal);
  if (!read) {
    reject(line, role, msg("events.reject.not_a_number", {{"value", std::string(shown(text))}}), raw);
    return false;
  }
  if (role == ColumnRole::value && !plan_.currency.empty() && !may_be_in(text, plan_.currency)) {
    reject(line, role, msg("events.reject.other_currency", {{"value", std::string(shown(text))}, {"currency", plan_.currency}}), raw);
    return false;
  }
  value = *read;
  return true;
}

// The first of the further identities: who came without the customer's own is known by what he came with.
std::string_view RowTaker::further_identity(const RowFields& fields) {
  for (const std::string_view link : fields.links)
    if (const std::string_view identity = optional_text(link); !identity.empty()) return identity;
  return {};
}

void RowTaker::take(const RowFields& fields, std::string_view raw) {
  std::string_view customer = optional_text(fields.customer);
  const bool is_by_link = customer.empty();
  if (is_by_link) customer = further_identity(fields);
  const std::string_view event = plan_.event_name.empty() ? without_blanks(fields.event) : std::string_view(plan_.event_name);
  if (customer.empty()) return reject(fields.line, ColumnRole::customer, msg("events.reject.no_customer"), raw);
  if (is_absent(event)) return reject(fields.line, ColumnRole::event, msg("events.reject.no_event"), raw);
  if (customer.size() > kIdentityBytesMax)
    return reject(fields.line, ColumnRole::customer, msg("events.reject.long_identity", {{"limit", std::int64_t{kIdentityBytesMax}}}), raw);
  if (event.size() > kIdentityBytesMax)
    return reject(fields.line, ColumnRole::event, msg("events.reject.long_identity", {{"limit", std::int64_t{kIdentityBytesMax}}}), raw);
  ReadTime time;
  double value = kNone, score = kNone;
  if (!read_time(fields, time, raw)) return;
  if (!read_number(fields.value, ColumnRole::value, fields.line, raw, value)) return;
  if (!read_number(fields.score, ColumnRole::score, fields.line, raw, score)) return;
  if (const auto [low, high] = range_of(plan_.scale); score < low || score > high)
    return reject(fields.line, ColumnRole::score,
                  msg("events.reject.off_scale", {{"value", std::string(shown(fields.score))}, {"scale", std::string(code_of(plan_.scale))}}), raw);

  by_link_ += is_by_link;
  batch_.customer.push(identity_text(customer));
  batch_.time.push_back(time.instant);
  batch_.unit.push_back(time.unit);
  batch_.event.push(event);
  push_optional(batch_.channel, fields.channel);
  push_optional(batch_.source, fields.source);
  batch_.value.push_back(value);
  batch_.score.push_back(score);
  batch_.scale.push_back(std::isnan(score) ? ScoreScale::none : plan_.scale);
  push_optional(batch_.id, fields.id);
  push_optional(batch_.properties, fields.properties);
  for (std::size_t i = 0; i < batch_.links.size(); ++i)
    push_optional(batch_.links[i], i < fields.links.size() ? identity_text(fields.links[i]) : std::string());
  batch_.line.push_back(fields.line);
}

}  // namespace parcours
