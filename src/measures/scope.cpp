#include "measures/scope.h"

#include <algorithm>
#include <limits>

#include "measures/claims.h"

namespace parcours {
namespace {

constexpr TimeMs kNever = std::numeric_limits<TimeMs>::max();

// A customer's events are in order of their start: the last one's is the latest.
TimeMs as_of(const EventIndex& index, const Scope& scope) {
  if (!index.timed) return kNoTime;
  if (scope.until) return *scope.until;
  TimeMs last = kNoTime;
  for (std::size_t customer = 0; customer < index.customer_count(); ++customer) last = std::max(last, index.start[index.begin[customer + 1] - 1]);
  return last;
}

// Which rows are in scope.
class Filter {
 public:
  Filter(const EventIndex& index, const Scope& scope) : index_(index), since_(scope.since.value_or(kNoTime)), until_(scope.until.value_or(kNever)) {
    for (const auto& condition : scope.where) where_.emplace_back(condition, index);
  }
  bool lets_all_through() const { return where_.empty() && since_ == kNoTime && until_ == kNever; }
  bool lets_through(std::size_t row) const {
    if (index_.start[row] < since_ || index_.start[row] >= until_) return false;
    return std::all_of(where_.begin(), where_.end(), [row](const CompiledField& field) { return field.passes(row); });
  }

 private:
  const EventIndex& index_;
  TimeMs since_, until_;
  std::vector<CompiledField> where_;
};

void keep(const Filter& filter, std::uint64_t from, std::uint64_t to, std::vector<std::uint32_t>& rows) {
  for (std::uint64_t row = from; row < to; ++row)
    if (filter.lets_through(row)) rows.push_back(static_cast<std::uint32_t>(row));
}

// Adds the units of one customer, who holds the positions from `from` to `to`.
void cut(Selection& selection, std::uint32_t customer, std::uint64_t from, std::uint64_t to, TimeMs silence) {
  const std::vector<TimeMs>& start = selection.index->start;
  const std::uint64_t last = silence == kNever ? from + 1 : to;
  for (std::uint64_t position = from; position < last; ++position) {
    if (position != from && start[selection.row(position)] - start[selection.row(position - 1)] <= silence) continue;
    selection.begin.push_back(position);
    selection.customer.push_back(customer);
  }
}

void describe(Selection& selection, std::uint64_t positions) {
  const EventIndex& index = *selection.index;
  Basis& basis = selection.basis;
  basis.events = static_cast<std::int64_t>(positions);
  basis.synthetic = index.synthetic;
  basis.timed = index.timed;
  if (!index.timed || positions == 0) return;
  basis.first = kNever;
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    basis.first = std::min(basis.first, index.start[selection.row(selection.begin[unit])]);
    basis.last = std::max(basis.last, index.start[selection.row(selection.begin[unit + 1] - 1)]);
  }
}

}  // namespace

Result<Selection> select(const EventIndex& index, const Scope& scope, Per per, TimeMs silence) {
  if (!index.timed && (scope.since || scope.until)) return misuse(msg("scope.no_times"));
  const Filter filter(index, scope);
  Selection selection;
  selection.index = &index;
  selection.basis.as_of = as_of(index, scope);
  selection.everything = filter.lets_all_through();
  const bool whole = per == Per::customer || !index.timed;
  std::uint64_t position = 0;
  for (std::uint32_t customer = 0; customer < index.customer_count(); ++customer) {
    const std::uint64_t from = position;
    if (!selection.everything) keep(filter, index.begin[customer], index.begin[customer + 1], selection.rows);
    position = selection.everything ? index.begin[customer + 1] : selection.rows.size();
    if (position == from) continue;
    ++selection.basis.customers;
    cut(selection, customer, from, position, whole ? kNever : silence);
  }
  selection.begin.push_back(position);
  describe(selection, position);
  return selection;
}

}  // namespace parcours
