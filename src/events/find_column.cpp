#include <algorithm>
#include <charconv>

#include "base/listed.h"
#include "base/suggest.h"
#include "events/complaint.h"
#include "base/fold.h"
#include "events/guess_columns.h"
#include "events/number_form.h"

namespace parcours {
namespace {

// "3" or "col3", from 1.
std::optional<std::size_t> as_number(std::string_view choice) {
  if (choice.starts_with("col")) choice.remove_prefix(3);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(choice.data(), choice.data() + choice.size(), number);
  if (error != std::errc{} || end != choice.data() + choice.size() || number == 0) return std::nullopt;
  return number;
}

constexpr std::size_t kMostShown = 30;

std::optional<std::size_t> index_of(const std::vector<std::string>& names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  return at == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - names.begin()));
}

std::optional<std::size_t> index_of_folded(const std::vector<std::string>& names, const std::string& wanted) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (folded_ascii(names[i]) == wanted) return i;
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> SampleTable::values(std::size_t column) const {
  std::vector<std::string_view> out;
  for (const std::string& text : columns[column])
    if (const auto value = without_blanks(text); !is_absent(value)) out.push_back(value);
  return out;
}

Result<std::size_t> find_column(const SampleTable& sample, const std::string& choice, std::string_view option) {
  if (std::find(sample.repeated.begin(), sample.repeated.end(), choice) != sample.repeated.end())
    return mistaken(msg("events.ambiguous_column", {{"name", choice}, {"option", std::string(option)}}), msg("events.ambiguous_column_hint"));
  if (const auto at = index_of(sample.names, choice)) return *at;
  if (const auto at = index_of(sample.names, "case:" + choice)) return *at;
  if (const auto at = index_of_folded(sample.names, folded_ascii(choice))) return *at;
  if (const auto number = as_number(choice); number && *number <= sample.names.size()) return *number - 1;
  const auto near = nearest(choice, sample.names);
  return mistaken(msg("events.unknown_column", {{"name", choice}, {"option", std::string(option)}, {"columns", listed(sample.names, kMostShown)}}),
                  near ? std::optional(msg("events.did_you_mean", {{"name", *near}})) : std::nullopt);
}

std::string option_word(std::string_view column) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  if (!column.empty() && column.front() != '-' && std::all_of(column.begin(), column.end(), is_plain)) return std::string(column);
  std::string out = "'";
  for (const char c : column) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace parcours
