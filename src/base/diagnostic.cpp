#include "base/diagnostic.h"

#include <algorithm>

#include "base/letters.h"

namespace parcours {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string_view line_around(std::string_view source, std::size_t at) {
  at = std::min(at, source.size());
  const auto before = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
  const auto start = before == std::string_view::npos ? 0 : before + 1;
  const auto end = std::min(source.find('\n', start), source.size());
  return source.substr(start, end - start);
}

// A very long line is shown as the part around the place.
constexpr std::size_t kShownCharacters = 160;

std::string snippet(const Place& place, std::string_view source, const std::string& hint) {
  const std::string_view line = line_around(source, place.begin);
  const std::string number = std::to_string(place.line);
  const std::string gutter(std::max<std::size_t>(5, number.size()), ' ');
  const std::size_t in_line =
      std::min(static_cast<std::size_t>(place.begin - static_cast<std::size_t>(std::distance(source.begin(), line.begin()))), line.size());
  if (characters_in(line) > kShownCharacters) return hint.empty() ? "" : gutter + " = " + hint + "\n";
  const std::size_t length = std::min(place.end > place.begin ? place.end - place.begin : 1, line.size() - in_line);
  std::string pad;
  for (char c : line.substr(0, in_line))
    if (!continues_character(c)) pad += c == '\t' ? '\t' : ' ';
  const std::string carets(std::max<std::size_t>(1, characters_in(line.substr(in_line, length))), '^');
  std::string shown(line);
  std::erase(shown, '\r');
  std::string out = gutter.substr(number.size()) + number + " | " + shown + "\n";
  out += gutter + " | " + pad + carets + (hint.empty() ? "" : " " + hint) + "\n";
  return out;
}

}  // namespace

std::string_view code_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "error";
}

Place place_in(std::string_view file, std::string_view source, std::size_t begin, std::size_t end) {
  begin = std::min(begin, source.size());
  const std::string_view before = source.substr(0, begin);
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  Place place;
  place.file = file;
  place.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  place.column = static_cast<std::uint32_t>(characters_in(before.substr(line_start)) + 1);
  place.begin = begin;
  place.end = std::min(std::max(begin, end), source.size());
  return place;
}

std::string render(const Diagnostic& diagnostic, std::string_view source, Lang lang) {
  const Place& place = diagnostic.place;
  std::string out;
  if (!place.file.empty()) {
    out += place.file + ":";
    if (place.line > 0) out += std::to_string(place.line) + ":";
    if (place.column > 0) out += std::to_string(place.column) + ":";
    out += " ";
  }
  out += text(std::string("severity.") + std::string(code_of(diagnostic.severity)), lang);
  if (!diagnostic.code.empty()) out += "[" + diagnostic.code + "]";
  out += ": " + render(diagnostic.message, lang) + "\n";
  const std::string hint = diagnostic.hint ? render(*diagnostic.hint, lang) : "";
  const bool has_source = place.line > 0 && place.column > 0 && !source.empty();
  if (has_source) return out + snippet(place, source, hint);
  if (!hint.empty()) out += "      = " + hint + "\n";
  return out;
}

}  // namespace parcours
