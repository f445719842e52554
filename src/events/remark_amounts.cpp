// What a person should know of the amounts before they are added up.
#include <algorithm>
#include <set>

#include "base/fold.h"
#include "base/listed.h"
#include "events/guess_roles.h"
#include "events/number_form.h"

namespace parcours {
namespace {

constexpr std::size_t kBytesShown = 40;

// No character cut in two.
std::string beginning(std::string_view text) {
  std::size_t end = std::min(text.size(), kBytesShown);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

}  // namespace

// A column that is called an amount and is one in half of the rows or more, but not in enough of them to be taken for it.
void RoleGuesser::remark_unread_value() {
  const auto no_number = [&](std::string_view v) { return !is_absent_number(v) && !read_amount(v, plan_.decimal); };
  const auto bad_of = [&](std::size_t c) {
    const auto values = sample_.values(c);
    return std::count_if(values.begin(), values.end(), no_number);
  };
  const auto half = [&](std::size_t c, int) {
    const auto there = static_cast<std::ptrdiff_t>(sample_.values(c).size());
    return there > 0 && bad_of(c) * 2 <= there;
  };
  const auto column = best_named(ColumnRole::value, half);
  if (!column) return;
  const auto& cells = sample_.columns[*column];
  const auto first = std::find_if(cells.begin(), cells.end(), [&](const std::string& v) { return no_number(without_blanks(v)); });
  const std::string& name = plan_.columns[*column].name;
  plan_.remarks.push_back({Severity::warning,
                           "value-unread",
                           msg("events.value_unread", {{"name", name},
                                                       {"bad", static_cast<std::int64_t>(bad_of(*column))},
                                                       {"n", static_cast<std::int64_t>(sample_.values(*column).size())},
                                                       {"value", beginning(*first)},
                                                       {"row", static_cast<std::int64_t>(first - cells.begin()) + 1}}),
                           msg("events.value_unread_hint", {{"name", name}}),
                           {}});
}

// Amounts without a sign of their own whose currency stands in another column.
void RoleGuesser::remark_currencies() {
  if (plan_.currency.empty() || !column_of(plan_, ColumnRole::value)) return;
  for (std::size_t c = 0; c < plain_.size(); ++c) {
    const bool named = plain_[c].find("currency") != std::string::npos || plain_[c].find("devise") != std::string::npos;
    if (!is_free(c) || !named) continue;
    std::set<std::string> others;
    for (const std::string_view v : sample_.values(c))
      if (!is_absent(v) && folded_ascii(v) != folded_ascii(plan_.currency)) others.insert(beginning(v));
    if (others.empty()) continue;
    plan_.remarks.push_back({Severity::warning,
                             "other-currency",
                             msg("events.other_currency",
                                 {{"name", plan_.columns[c].name}, {"others", listed({others.begin(), others.end()})}, {"currency", plan_.currency}}),
                             msg("events.other_currency_hint"),
                             {}});
  }
}

}  // namespace parcours
