#include "events/source_impl.h"

#include <algorithm>

#include "events/complaint.h"

namespace parcours {
namespace {

constexpr std::int64_t kOneIn = 20;  // of so many rows, one without a customer is worth a word

std::string name_of(const ColumnPlan& plan, ColumnRole role) {
  const PlannedColumn* column = column_of(plan, role);
  return column ? column->name : std::string();
}

std::int64_t without_customer(const std::vector<Reject>& rejects) {
  return std::count_if(rejects.begin(), rejects.end(), [](const Reject& reject) { return reject.reason.key == "events.reject.no_customer"; });
}

}  // namespace

Result<std::optional<EventBatch>> PlannedSource::next() {
  while (taker_.taken() < kBatchRows) {
    const auto some = take_row();
    if (!some.ok()) return in_file(some.failure(), name_);
    if (rejects_.too_many())
      return unreadable(msg("events.too_many_rejects", {{"limit", static_cast<std::int64_t>(RejectList::kRejectsMax)}}), std::nullopt, {name_});
    if (!*some) break;
  }
  if (taker_.taken() == 0) return std::optional<EventBatch>();
  return std::optional(taker_.release());
}

std::vector<Diagnostic> PlannedSource::notes() const {
  std::vector<Diagnostic> out;
  const auto tell = [&](const char* code, Message message, Message hint) {
    out.push_back({Severity::note, code, std::move(message), std::move(hint), {name_}});
  };
  const std::string customer = name_of(plan_, ColumnRole::customer);
  if (const auto n = static_cast<std::int64_t>(taker_.by_link()); n > 0)
    tell("customer-by-link", msg("events.customer_by_link", {{"n", n}, {"column", customer}}), {});
  if (const std::int64_t n = without_customer(rejects_.all());
      n > 0 && n * kOneIn >= static_cast<std::int64_t>(rows_) && !column_of(plan_, ColumnRole::link))
    tell("customer-missing", msg("events.customer_missing", {{"n", n}, {"column", customer}}), msg("events.customer_missing_hint"));
  return out;
}

}  // namespace parcours
