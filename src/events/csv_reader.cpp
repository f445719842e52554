#include "events/csv_reader.h"

#include <algorithm>
#include <cstring>

#include "events/complaint.h"
#include "events/csv_quoted.h"

namespace parcours {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool says_nothing(std::string_view line, char separator) {
  return std::all_of(line.begin(), line.end(), [separator](char c) { return c == separator || is_blank(c) || c == '\r'; });
}

Arg count(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

Result<bool> CsvReader::next(CsvRow& row) {
  for (;;) {
    PARCOURS_TRY(const Taken taken, take(row));
    if (taken == Taken::end) return false;
    if (taken == Taken::row) return true;
  }
}

// Where the line at the front of the window ends; nothing when the stream does. A line past kRowBytesMax gives its own length.
Result<std::optional<std::size_t>> CsvReader::find_line_end() {
  std::size_t seen = 0;
  for (;;) {
    const std::string_view rest = window_.rest();
    const void* found = seen < rest.size() ? std::memchr(rest.data() + seen, dialect_.newline, rest.size() - seen) : nullptr;
    if (found) return std::optional(static_cast<std::size_t>(static_cast<const char*>(found) - rest.data()));
    seen = rest.size();
    if (seen > kRowBytesMax) return std::optional(seen);
    PARCOURS_TRY(const bool some, window_.more());
    if (!some) return std::optional<std::size_t>();
  }
}

Result<CsvReader::Taken> CsvReader::take(CsvRow& row) {
  window_.drop(std::exchange(drop_, 0));
  row.problem.reset();
  PARCOURS_TRY(auto found, find_line_end());
  if (window_.rest().starts_with(kMark)) {
    window_.drop(kMark.size());
    meet(marks_, line_);
    if (found) *found -= kMark.size();
  }
  const std::string_view rest = window_.rest();
  if (!found && (rest.empty() || extent_ == Extent::cut)) return Taken::end;
  const std::size_t end = found.value_or(rest.size());
  row.line = line_;
  if (end > kRowBytesMax) return pass_over_long_line(row);
  const std::string_view line = rest.substr(0, end);
  if (dialect_.separator != ' ' && std::memchr(line.data(), '"', line.size())) return take_quoted(row, end);
  row.raw = without_return(line);
  finish(found ? end + 1 : end, 1);
  if (says_nothing(row.raw, dialect_.separator)) return Taken::nothing;
  split_plain(row.raw, row);
  decode(row);
  return Taken::row;
}

Result<CsvReader::Taken> CsvReader::pass_over_long_line(CsvRow& row) {
  const std::string head(window_.rest().substr(0, 4096));
  std::size_t passed = 0;
  for (;;) {
    const std::string_view rest = window_.rest();
    const std::size_t end = rest.find(dialect_.newline);
    passed += std::min(end, rest.size());
    if (passed > kLineBytesMax) return unreadable(msg("events.endless_line", {{"line", count(line_)}, {"limit", count(kLineBytesMax >> 20)}}));
    if (end != std::string_view::npos) {
      window_.drop(end + 1);
      break;
    }
    window_.drop(rest.size());
    PARCOURS_TRY(const bool some, window_.more());
    if (!some) break;
  }
  decoded_ = head;
  row.raw = decoded_;
  row.problem = msg("events.reject.long_row", {{"limit", count(kRowBytesMax >> 20)}});
  finish(0, 1);
  return Taken::row;
}

// The first line may be only the beginning of the row. When the quotes do not work out, the first line alone is given up.
Result<CsvReader::Taken> CsvReader::take_quoted(CsvRow& row, std::size_t line_end) {
  QuotedRow read;
  for (std::size_t size = std::min(line_end + 1, window_.rest().size());; size = window_.rest().size()) {
    unquoted_.reserve(size);
    read = read_quoted_row(window_.rest().substr(0, size), dialect_.separator, dialect_.newline, row.fields, unquoted_);
    // A row that ends with what was read, and not with its line, may go on.
    const bool at_edge = read.end == QuotedEnd::row && read.bytes + read.line_end == size && window_.rest()[size - 1] != dialect_.newline;
    if ((read.end != QuotedEnd::open_quote && !at_edge) || size > kRowBytesMax) break;
    if (size < window_.rest().size()) continue;
    PARCOURS_TRY(const bool some, window_.more());
    if (some) continue;
    if (at_edge && extent_ == Extent::whole) break;
    if (extent_ == Extent::cut) return Taken::end;
    break;
  }
  const std::string_view rest = window_.rest();
  if (read.end == QuotedEnd::row) {
    row.raw = rest.substr(0, read.bytes);
    const auto lines = std::count(row.raw.begin(), row.raw.end(), dialect_.newline) + 1;
    finish(read.bytes + read.line_end, static_cast<std::size_t>(lines));
    if (row.raw.size() > kRowBytesMax) row.problem = msg("events.reject.long_row", {{"limit", count(kRowBytesMax >> 20)}});
    else decode(row);
    return Taken::row;
  }
  row.raw = without_return(rest.substr(0, line_end));
  row.problem = read.end == QuotedEnd::open_quote ? msg("events.reject.open_quote", {{"field", count(read.field + 1)}})
                                                  : msg("events.reject.text_after_quote", {{"field", count(read.field + 1)}});
  finish(std::min(line_end + 1, rest.size()), 1);
  return Taken::row;
}

void CsvReader::split_plain(std::string_view line, CsvRow& row) const {
  row.fields.clear();
  const char* at = line.data();
  const char* const end = at + line.size();
  if (dialect_.separator == ' ') {
    while (at < end) {
      while (at < end && is_blank(*at)) ++at;
      const char* const start = at;
      while (at < end && !is_blank(*at)) ++at;
      if (at > start) row.fields.emplace_back(start, static_cast<std::size_t>(at - start));
    }
    return;
  }
  for (;;) {
    const auto* next = static_cast<const char*>(std::memchr(at, dialect_.separator, static_cast<std::size_t>(end - at)));
    row.fields.emplace_back(at, static_cast<std::size_t>((next ? next : end) - at));
    if (!next) return;
    at = next + 1;
  }
}

// The fields as UTF-8, or the problem that keeps them from it.
void CsvReader::decode(CsvRow& row) {
  if (std::memchr(row.raw.data(), 0, row.raw.size())) {
    row.problem = msg("events.reject.nul");
    return;
  }
  for (const std::string_view field : row.fields)
    if (field.size() > kFieldBytesMax) {
      row.problem = msg("events.reject.long_field", {{"limit", count(kFieldBytesMax >> 10)}});
      return;
    }
  if (is_ascii(row.raw)) return;
  if (encoding_ == Encoding::undecided) encoding_ = is_utf8(row.raw) ? Encoding::utf8 : Encoding::windows1252;
  if (encoding_ != Encoding::latin1 && encoding_ != Encoding::windows1252) {
    if (!is_utf8(row.raw)) row.problem = msg("events.reject.invalid_utf8");
    return;
  }
  if (is_utf8(row.raw)) meet(mixed_, row.line);
  decoded_.clear();
  decoded_.reserve(row.raw.size() * 4);  // the fields look into it: it must not move
  for (std::string_view& field : row.fields) {
    const std::size_t start = decoded_.size();
    append_from_windows1252(field, decoded_);
    field = std::string_view(decoded_).substr(start);
  }
}

void CsvReader::meet(Met& met, std::uint64_t line) {
  if (met.rows++ == 0) met.first_line = line;
}

void CsvReader::finish(std::size_t bytes, std::size_t lines) {
  drop_ = bytes;
  line_ += lines;
}

}  // namespace parcours
