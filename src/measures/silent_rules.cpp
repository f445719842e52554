#include "measures/silent_rules.h"

#include <algorithm>

#include "measures/claims.h"
#include "measures/field_values.h"

namespace parcours {
namespace {

std::uint64_t positions_of(const Selection& selection) { return selection.begin.empty() ? 0 : selection.begin.back(); }

bool claims_any(const Selection& selection, const Rule& match) {
  const CompiledRule rule(match, *selection.index);
  for (std::uint64_t position = 0; position < positions_of(selection); ++position)
    if (rule.claims(selection.row(position))) return true;
  return false;
}

// The rows whose event's name passes the condition, whatever their fields.
std::vector<std::size_t> rows_named(const Selection& selection, const Condition& condition) {
  const CompiledRule by_name(Rule{{Condition{condition.event, {}}}}, *selection.index);
  std::vector<std::size_t> rows;
  for (std::uint64_t position = 0; position < positions_of(selection); ++position)
    if (const std::size_t row = selection.row(position); !condition.event || by_name.claims(row)) rows.push_back(row);
  return rows;
}

constexpr std::size_t kMostValues = 8;

const FieldCondition& obstacle(const EventIndex& index, const Condition& condition, const std::vector<std::size_t>& rows) {
  for (const FieldCondition& where : condition.where) {
    const CompiledField field(where, index);
    if (std::none_of(rows.begin(), rows.end(), [&](std::size_t row) { return field.passes(row); })) return where;
  }
  return condition.where.front();
}

std::optional<SilentRule> what_silences(const Selection& selection, const MeasuredTouchpoint& touchpoint) {
  for (const Condition& condition : touchpoint.match.any) {
    if (condition.where.empty()) continue;
    const auto rows = rows_named(selection, condition);
    if (rows.empty()) continue;
    SilentRule silent;
    silent.touchpoint = touchpoint.id;
    silent.events = static_cast<std::int64_t>(rows.size());
    silent.field = obstacle(*selection.index, condition, rows).field;
    silent.values = frequent_values(*selection.index, silent.field, kMostValues, rows);
    return silent;
  }
  return std::nullopt;
}

}  // namespace

std::vector<SilentRule> silent_rules(const Selection& selection, const MeasureQuestion& question) {
  std::vector<SilentRule> out;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints) {
      if (touchpoint.match.empty() || claims_any(selection, touchpoint.match)) continue;
      if (auto silent = what_silences(selection, touchpoint)) out.push_back(std::move(*silent));
    }
  return out;
}

}  // namespace parcours
