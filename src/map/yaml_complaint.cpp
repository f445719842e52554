#include "map/yaml_complaint.h"

#include <algorithm>
#include <array>

#include "map/map_file.h"

namespace parcours {
namespace {

// The library's reasons, sorted into the few that a person can do something about.
struct Known {
  std::string_view part;
  std::string_view kind;
};
constexpr std::array<Known, 34> kKnown = {{
    {"tab", "tab"},
    {"invalid nested block mapping on the same line", "colon"},
    {"invalid block mapping key on same line", "colon"},
    {"invalid value after mapping", "colon"},
    {"invalid multiline plain key", "line"},
    {"invalid mapping in plain multiline", "line"},
    {"could not find expected ':'", "line"},
    {"missing ':'", "line"},
    {"without closing quote", "quote"},
    {"wrongly indented double-quoted", "quote"},
    {"wrongly indented single-quoted", "quote"},
    {"marker in double-quoted", "quote"},
    {"marker in single-quoted", "quote"},
    {"used as key", "quote"},
    {"invalid trailing content after", "after_quote"},
    {"invalid extra closing", "extra_bracket"},
    {"plain scalar cannot start with", "start"},
    {"Unsupported directive", "start"},
    {"invalid escape", "escape"},
    {"invalid hex escape", "escape"},
    {"invalid UTF8 escape", "escape"},
    {"surrogate", "escape"},
    {"depth", "depth"},
    {"without a closing", "bracket"},
    {"missing comma", "bracket"},
    {"in flow mode", "bracket"},
    {"invalid document", "bracket"},
    {"flow", "bracket"},
    {"indent", "indent"},
    {"expected '-' indicator", "indent"},
    {"did not find expected key", "indent"},
    {"block sequence entries not allowed", "indent"},
    {"illegal block entry", "indent"},
    {"invalid scalar at the end of block sequence", "indent"},
}};

std::string_view kind_of(const YamlError& error) {
  // Inside an open bracket nearly every complaint comes from the bracket.
  const bool quote_or_escape = error.reason.find("quoted") != std::string::npos || error.reason.find("escape") != std::string::npos;
  for (const auto& [part, kind] : kKnown)
    if (error.reason.find(part) != std::string::npos)
      return error.open_bracket && !quote_or_escape && kind != "depth" && kind != "start" ? "bracket" : kind;
  return error.open_bracket ? "bracket" : "other";
}

Message message_of(std::string_view kind) {
  if (kind == "tab") return msg("map.syntax.tab");
  if (kind == "colon") return msg("map.syntax.colon");
  if (kind == "line") return msg("map.syntax.line");
  if (kind == "quote") return msg("map.syntax.quote");
  if (kind == "after_quote") return msg("map.syntax.after_quote");
  if (kind == "extra_bracket") return msg("map.syntax.extra_bracket");
  if (kind == "start") return msg("map.syntax.start");
  if (kind == "escape") return msg("map.syntax.escape");
  if (kind == "depth") return msg("map.yaml.too_deep", {{"limit", std::int64_t{kMaxMapDepth}}});
  if (kind == "bracket") return msg("map.syntax.bracket");
  if (kind == "indent") return msg("map.syntax.indent");
  return msg("map.syntax.other");
}

std::optional<Message> hint_of(std::string_view kind) {
  if (kind == "tab") return msg("map.syntax.tab_hint");
  if (kind == "colon") return msg("map.syntax.colon_hint");
  if (kind == "line") return msg("map.syntax.line_hint");
  if (kind == "quote") return msg("map.syntax.quote_hint");
  if (kind == "after_quote") return msg("map.syntax.after_quote_hint");
  if (kind == "start") return msg("map.syntax.start_hint");
  if (kind == "escape") return msg("map.syntax.escape_hint");
  if (kind == "indent") return msg("map.syntax.indent_hint");
  if (kind == "bracket") return msg("map.syntax.bracket_hint");
  return std::nullopt;
}

std::size_t offset_of_line(std::string_view text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line; ++i) {
    const auto newline = text.find('\n', at);
    if (newline == std::string_view::npos) return at;
    at = newline + 1;
  }
  return at;
}

std::size_t offset_of(std::string_view text, int line, int column) {
  std::size_t at = offset_of_line(text, line);
  for (int i = 1; i < column && at < text.size() && text[at] != '\n'; ++i) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  return at;
}

// The place to point at: the bracket or quote that was left open, else where the library stopped.
std::size_t place_of(std::string_view kind, std::string_view text, std::size_t offset, const YamlError& error) {
  if (kind == "bracket" && error.open_bracket) return *error.open_bracket;
  if (error.line <= 0) {
    const auto next = text.find_first_not_of(" \t\r\n", error.last_token_end);
    return next == std::string_view::npos ? text.size() : next;
  }
  std::size_t at = offset_of(text.substr(offset), error.line, error.column) + offset;
  if (at >= text.size() && at > 0)
    at = text.find_last_not_of(" \t\r\n", text.size() - 1) == std::string_view::npos ? 0 : text.find_last_not_of(" \t\r\n");
  return at;
}

// The length of a valid UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequence_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  const unsigned second = byte(at + 1);
  const bool bad =
      (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
  return bad ? 0 : length;
}

// The library takes time by the square of the blank lines that follow one another inside a text.
constexpr int kMaxBlankLines = 500;

std::optional<std::size_t> too_many_blank_lines(std::string_view text) {
  int blank = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && ++blank > kMaxBlankLines) return i;
    if (text[i] != '\n' && text[i] != ' ' && text[i] != '\t' && text[i] != '\r') blank = 0;
  }
  return std::nullopt;
}

// The library reads a line full of opening brackets to its end before it says anything: such a line is refused at once.
std::optional<std::size_t> too_many_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == '{') {
      if (++open > 2 * kMaxMapDepth) return i;
    } else if (text[i] != ' ' && text[i] != '\n') {
      open = 0;
    }
  }
  return std::nullopt;
}

}  // namespace

Diagnostic yaml_complaint(const std::string& file, std::string_view text, std::size_t offset, const YamlError& error) {
  const std::string_view kind = kind_of(error);
  const std::size_t at = place_of(kind, text, offset, error);
  return {Severity::error, kind == "depth" ? "too-deep" : "yaml-syntax", message_of(kind), hint_of(kind), place_in(file, text, at, at + 1)};
}

std::optional<Diagnostic> refuse_bytes(const std::string& file, std::string_view text) {
  if (text.size() > kMaxMapBytes) {
    Place whole;
    whole.file = file;
    return Diagnostic{Severity::error, "too-large", msg("map.yaml.too_large", {{"limit", static_cast<std::int64_t>(kMaxMapBytes >> 20)}}), {}, whole};
  }
  if (const auto blank = too_many_blank_lines(text))
    return Diagnostic{Severity::error,
                      "too-many-blank-lines",
                      msg("map.yaml.blank", {{"limit", std::int64_t{kMaxBlankLines}}}),
                      {},
                      place_in(file, text, *blank, *blank)};
  if (const auto deep = too_many_brackets(text))
    return Diagnostic{Severity::error, "too-deep", message_of("depth"), {}, place_in(file, text, *deep, *deep + 1)};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_at(text, i);
    if (length == 0)
      return Diagnostic{Severity::error, "not-utf8", msg("map.yaml.not_utf8"), msg("map.yaml.not_utf8_hint"), place_in(file, text, i, i + 1)};
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0 && static_cast<unsigned char>(text[i + 1]) != 0x85;
    const bool mark = length == 3 && i > 0 && text.substr(i, 3) == "\xEF\xBB\xBF";
    const bool lone_return = byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || lone_return || byte == 0x7F || c1 || mark)
      return Diagnostic{Severity::error, "control-character", msg("map.yaml.control"), msg("map.yaml.control_hint"),
                        place_in(file, text, i, i + length)};
    i += length;
  }
  return std::nullopt;
}

}  // namespace parcours
