#include "base/quotes.h"

#include <array>

namespace parcours {
namespace {

struct Rank {
  std::string_view open, close, second_open, second_close;
};
constexpr std::array<Rank, 3> kRanks = {{{"«", "»", "“", "”"}, {"“", "”", "‘", "’"}, {"\"", "\"", "'", "'"}}};

std::size_t count(std::string_view text, std::string_view mark) {
  std::size_t n = 0;
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++n;
  return n;
}

bool is_open(std::string_view before, const Rank& rank) {
  return rank.open == rank.close ? count(before, rank.open) % 2 == 1 : count(before, rank.open) > count(before, rank.close);
}

bool has_pairs(std::string_view text, const Rank& rank) {
  const auto opened = count(text, rank.open);
  return opened > 0 && (rank.open == rank.close ? opened % 2 == 0 : opened == count(text, rank.close));
}

constexpr std::array<std::string_view, 3> kBlanks = {" ", "\u00a0", "\u202f"};

std::string_view without_leading_blank(std::string_view text) {
  for (const auto blank : kBlanks)
    if (text.starts_with(blank)) return text.substr(blank.size());
  return text;
}

void drop_trailing_blank(std::string& text) {
  for (const auto blank : kBlanks)
    if (text.ends_with(blank)) return text.resize(text.size() - blank.size());
}

// French quotes keep blanks inside, those of the second rank do not.
std::string demoted(std::string_view rest, const Rank& rank) {
  const bool spaced = rank.open == "«";
  std::string out;
  bool inside = false;
  while (!rest.empty()) {
    const std::string_view mark = inside ? rank.close : rank.open;
    const auto at = rest.find(mark);
    out += rest.substr(0, at);
    if (at == std::string_view::npos) break;
    rest.remove_prefix(at + mark.size());
    if (inside && spaced) drop_trailing_blank(out);
    out += inside ? rank.second_close : rank.second_open;
    if (!inside && spaced) rest = without_leading_blank(rest);
    inside = !inside;
  }
  return out;
}

}  // namespace

bool is_quoted(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPairs = {{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"\"", "\""}}};
  for (const auto& [open, close] : kPairs) {
    if (!text.starts_with(open)) continue;
    const auto end = text.find(close, open.size());
    if (end != std::string_view::npos && end + close.size() == text.size()) return true;
  }
  return false;
}

std::string within_quotes(std::string_view before, std::string text) {
  for (const Rank& rank : kRanks)
    if (is_open(before, rank) && has_pairs(text, rank)) return demoted(text, rank);
  return text;
}

}  // namespace parcours
