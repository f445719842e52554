#include "store/people.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/letters.h"

namespace parcours {
namespace {

// Lower case, sorted by nothing but sense.
constexpr auto kBlocked = std::to_array<std::string_view>({"",
                                                           "0",
                                                           "-1",
                                                           "-",
                                                           ".",
                                                           "?",
                                                           "null",
                                                           "(null)",
                                                           "nil",
                                                           "none",
                                                           "(none)",
                                                           "nan",
                                                           "n/a",
                                                           "na",
                                                           "n.a.",
                                                           "#n/a",
                                                           "undefined",
                                                           "(not set)",
                                                           "not set",
                                                           "unknown",
                                                           "unk",
                                                           "anonymous",
                                                           "anonym",
                                                           "anon",
                                                           "guest",
                                                           "visitor",
                                                           "test",
                                                           "tests",
                                                           "testing",
                                                           "test@test.com",
                                                           "test@example.com",
                                                           "example",
                                                           "default",
                                                           "empty",
                                                           "missing",
                                                           "true",
                                                           "false",
                                                           "00000000-0000-0000-0000-000000000000",
                                                           "inconnu",
                                                           "inconnue",
                                                           "anonyme",
                                                           "invité",
                                                           "invite",
                                                           "invitée",
                                                           "visiteur",
                                                           "aucun",
                                                           "aucune",
                                                           "vide",
                                                           "néant",
                                                           "neant",
                                                           "non renseigné",
                                                           "non renseigne",
                                                           "essai"});

// In lower case, blanks around cut off: enough to know the words above again.
std::string plain_word(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return lower_case(text);
}

struct Pair {
  std::uint32_t left, right;
  bool operator==(const Pair&) const = default;
  auto operator<=>(const Pair&) const = default;
};

// For each text, how many distinct customers name it: the left sides of import links to it, both neighbours in links by hand.
std::vector<std::uint32_t> customers_by_value(std::vector<Pair> named, std::size_t texts) {
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  std::vector<std::uint32_t> count(texts);
  for (const Pair& pair : named) ++count[pair.right];
  return count;
}

}  // namespace

bool is_blocked_value(std::string_view text, const JoinRules& rules) {
  if (text.size() > 64) return false;
  const std::string word = plain_word(text);
  if (std::find(kBlocked.begin(), kBlocked.end(), word) != kBlocked.end()) return true;
  return std::any_of(rules.blocked_values.begin(), rules.blocked_values.end(),
                     [&word](const std::string& blocked) { return plain_word(blocked) == word; });
}

People::People(const std::vector<StoredLink>& links, const JoinRules& rules) {
  std::vector<Pair> pairs, named;
  std::vector<bool> blocked(1, true);  // by code; the empty text is blocked
  const auto code_of_text = [&](const std::string& text) {
    const std::uint32_t code = texts_.intern(text);
    if (code == blocked.size()) blocked.push_back(is_blocked_value(text, rules));
    return code;
  };
  for (const StoredLink& link : links) {
    const Pair pair{code_of_text(link.left), code_of_text(link.right)};
    pairs.push_back(pair);
    if (blocked[pair.left] || blocked[pair.right]) continue;
    named.push_back(pair);
    if (!link.from_import) named.push_back({pair.right, pair.left});
  }
  const auto customers = customers_by_value(std::move(named), texts_.size());
  const auto limit = static_cast<std::uint32_t>(std::max(rules.join_limit, 0));
  parent_.resize(texts_.size());
  std::iota(parent_.begin(), parent_.end(), 0u);
  for (const Pair& pair : pairs) {
    const bool value = blocked[pair.left] || blocked[pair.right];
    const bool limited = customers[pair.left] > limit || customers[pair.right] > limit;
    states_.push_back(value ? LinkState::blocked_value : limited ? LinkState::over_limit : LinkState::joins);
    if (states_.back() == LinkState::joins) join(pair.left, pair.right);
  }
  smallest_.resize(texts_.size());
  std::iota(smallest_.begin(), smallest_.end(), 0u);
  for (std::uint32_t code = 1; code < texts_.size(); ++code) {
    const std::uint32_t root = parent_[code] = root_of(code);
    if (texts_.at(code) < texts_.at(smallest_[root])) smallest_[root] = code;
  }
}

std::uint32_t People::root_of(std::uint32_t code) {
  while (parent_[code] != code) code = parent_[code] = parent_[parent_[code]];
  return code;
}

void People::join(std::uint32_t a, std::uint32_t b) {
  a = root_of(a), b = root_of(b);
  if (a == b) return;
  joins_anyone_ = true;
  parent_[std::max(a, b)] = std::min(a, b);
}

const std::string& People::customer_of(const std::string& identity) const {
  const auto code = joins_anyone_ ? texts_.find(identity) : std::nullopt;
  return code ? texts_.at(smallest_[parent_[*code]]) : identity;
}

std::vector<std::string> People::identities_of(const std::string& identity) const {
  const auto code = texts_.find(identity);
  if (!code || !joins_anyone_) return {identity};
  std::vector<std::string> all;
  for (std::uint32_t other = 1; other < texts_.size(); ++other)
    if (parent_[other] == parent_[*code]) all.push_back(texts_.at(other));
  if (all.empty()) all.push_back(identity);  // the empty text
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::pair<std::string, std::string>> People::renamed() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (std::uint32_t code = 1; code < texts_.size(); ++code)
    if (const std::uint32_t named = smallest_[parent_[code]]; named != code) all.emplace_back(texts_.at(code), texts_.at(named));
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace parcours
