#include "events/csv_quoted.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace parcours {
namespace {

// After the opening quote: the field's text, and the place after the closing quote (npos: none).
std::size_t read_inside(std::string_view text, std::size_t at, std::string_view& field, std::string& unquoted) {
  const std::size_t start = at, kept = unquoted.size();
  std::size_t from = at;
  for (;;) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) return quote;
    if (quote + 1 < text.size() && text[quote + 1] == '"') {
      unquoted.append(text, from, quote + 1 - from);
      at = from = quote + 2;
      continue;
    }
    if (from == start) {
      field = text.substr(start, quote - start);
    } else {
      unquoted.append(text, from, quote - from);
      field = std::string_view(unquoted).substr(kept);
    }
    return quote + 1;
  }
}

std::size_t line_end_at(std::string_view text, std::size_t at, char newline) {
  if (text[at] == newline) return 1;
  return newline == '\n' && text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 0;
}

}  // namespace

QuotedRow read_quoted_row(std::string_view text, char separator, char newline, std::vector<std::string_view>& fields, std::string& unquoted) {
  assert(unquoted.capacity() >= text.size());
  fields.clear();
  unquoted.clear();
  std::size_t at = 0;
  for (;;) {
    std::string_view field;
    if (at < text.size() && text[at] == '"') {
      at = read_inside(text, at + 1, field, unquoted);
      if (at == std::string_view::npos) return {QuotedEnd::open_quote, 0, 0, fields.size()};
    } else {
      const std::size_t start = at;
      while (at < text.size() && text[at] != separator && text[at] != newline) ++at;
      field = text.substr(start, at - start);
      const bool crlf = newline == '\n' && at < text.size() && text[at] == '\n' && !field.empty() && field.back() == '\r';
      if (crlf) field.remove_suffix(1), --at;
    }
    fields.push_back(field);
    if (at >= text.size()) return {QuotedEnd::row, at, 0, 0};
    if (text[at] == separator) {
      ++at;
      continue;
    }
    const std::size_t ending = line_end_at(text, at, newline);
    if (ending > 0) return {QuotedEnd::row, at, ending, 0};
    if (text[at] == '\r' && at + 1 == text.size()) return {QuotedEnd::row, at, 1, 0};
    return {QuotedEnd::text_after_quote, 0, 0, fields.size() - 1};
  }
}

}  // namespace parcours
