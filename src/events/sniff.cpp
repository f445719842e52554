#include "events/sniff.h"

#include <algorithm>

#include "events/complaint.h"
#include "base/fold.h"

namespace parcours {
namespace {

struct Magic {
  std::string_view bytes;
  const char* kind;
};
// A kind is written as people call it, the same in both languages.
constexpr Magic kMagics[] = {{"%PDF", "PDF"},
                             {"\x1F\x8B", "gzip"},
                             {"BZh", "bzip2"},
                             {"\xFD"
                              "7zXZ",
                              "xz"},
                             {"\x28\xB5\x2F\xFD", "zstd"},
                             {"SQLite format 3", "SQLite"},
                             {"\x89PNG", "PNG"},
                             {"Obj\x01", "Avro"}};

// NUL bytes in the first line, or nearly everywhere. Where a few rows of a table hold some, those rows are refused, whatever its size.
bool is_binary(std::string_view text) {
  if (text.substr(0, text.find_first_of("\r\n")).find('\0') != std::string_view::npos) return true;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0')) * 10 > text.size();
}

// The container of old spreadsheets, and of new ones under a password.
Failure old_container(std::string_view beginning) {
  using namespace std::string_view_literals;
  if (beginning.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos)
    return unreadable(msg("events.spreadsheet_protected"), msg("events.spreadsheet_protected_hint"));
  return unreadable(msg("events.old_spreadsheet"), msg("events.old_spreadsheet_hint"));
}

}  // namespace

Result<FileFormat> sniff_format(std::string_view beginning) {
  if (beginning.starts_with("PK\x03\x04")) return FileFormat::xlsx;
  if (beginning.starts_with("PAR1")) return FileFormat::parquet;
  if (beginning.starts_with("\xD0\xCF\x11\xE0")) return old_container(beginning);
  for (const Magic& magic : kMagics)
    if (beginning.starts_with(magic.bytes))
      return unreadable(msg("events.other_format", {{"kind", std::string(magic.kind)}}), msg("events.other_format_hint"));
  const auto start = beginning.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return unreadable(msg("events.empty"));
  const std::string_view text = beginning.substr(start);
  if (is_binary(text)) return unreadable(msg("events.binary"), msg("events.binary_hint"));
  if (text.front() == '{') return FileFormat::ndjson;
  if (text.front() == '[' && text.find_first_of("{[\"") != std::string_view::npos)
    return unreadable(msg("events.json_array"), msg("events.json_array_hint"));
  if (text.front() != '<') return FileFormat::csv;
  const std::string head = folded_ascii(text.substr(0, 1000));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return unreadable(msg("events.html"), msg("events.html_hint"));
  return FileFormat::xes;
}

}  // namespace parcours
