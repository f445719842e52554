#include "events/sniff.h"

#include <algorithm>

#include "events/complaint.h"
#include "events/fold.h"

namespace parcours {
namespace {

struct Magic {
  std::string_view bytes;
  const char* kind;
};
// A kind is written as people call it, the same in both languages.
constexpr Magic kMagics[] = {{"PK\x03\x04", "XLSX/ODS/ZIP"},
                             {"\xD0\xCF\x11\xE0", "XLS"},
                             {"PAR1", "Parquet"},
                             {"%PDF", "PDF"},
                             {"\x1F\x8B", "gzip"},
                             {"BZh", "bzip2"},
                             {"\xFD"
                              "7zXZ",
                              "xz"},
                             {"\x28\xB5\x2F\xFD", "zstd"},
                             {"SQLite format 3", "SQLite"},
                             {"\x89PNG", "PNG"},
                             {"Obj\x01", "Avro"}};

}  // namespace

Result<FileFormat> sniff_format(std::string_view beginning) {
  for (const Magic& magic : kMagics)
    if (beginning.starts_with(magic.bytes))
      return unreadable(msg("events.other_format", {{"kind", std::string(magic.kind)}}), msg("events.other_format_hint"));
  const auto start = beginning.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return unreadable(msg("events.empty"));
  const std::string_view text = beginning.substr(start);
  const auto nuls = std::count(beginning.begin(), beginning.end(), '\0');
  if (static_cast<std::size_t>(nuls) * 100 > beginning.size()) return unreadable(msg("events.binary"), msg("events.binary_hint"));
  if (text.front() == '{') return FileFormat::ndjson;
  if (text.front() == '[' && text.find_first_of("{[\"") != std::string_view::npos)
    return unreadable(msg("events.json_array"), msg("events.json_array_hint"));
  if (text.front() != '<') return FileFormat::csv;
  const std::string head = folded_ascii(text.substr(0, 1000));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return unreadable(msg("events.html"), msg("events.html_hint"));
  return FileFormat::xes;
}

}  // namespace parcours
