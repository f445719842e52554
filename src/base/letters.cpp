#include "base/letters.h"

#include <algorithm>
#include <cstdio>

namespace parcours {
namespace {

// In UTF-8 À to Þ are C3 80 to C3 9E, their small letters 0x20 further; C3 97 and C3 B7 are the signs × and ÷.
bool is_latin_1(std::string_view text, std::size_t at) { return at > 0 && static_cast<unsigned char>(text[at - 1]) == 0xC3; }

char small(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const bool is_capital = (byte >= 'A' && byte <= 'Z') || (is_latin_1(text, at) && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
  return is_capital ? static_cast<char>(byte + 0x20) : text[at];
}

char capital(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const bool is_small = (byte >= 'a' && byte <= 'z') || (is_latin_1(text, at) && byte >= 0xA0 && byte <= 0xBE && byte != 0xB7);
  return is_small ? static_cast<char>(byte - 0x20) : text[at];
}

// The marks that turn the direction, U+202A to U+202E and U+2066 to U+2069, and those that break a line, U+2028 and U+2029: three bytes each.
bool is_turning(std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || text[at] != '\xE2') return false;
  const auto third = static_cast<unsigned char>(text[at + 2]);
  return (text[at + 1] == '\x80' && third >= 0xA8 && third <= 0xAE) || (text[at + 1] == '\x81' && third >= 0xA6 && third <= 0xA9);
}

// U+0080 to U+009F, which some terminals take for escapes.
bool is_second_control(std::string_view text, std::size_t at) {
  return at + 2 <= text.size() && text[at] == '\xC2' && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

std::string escaped(const char* form, unsigned code) {
  char out[8];
  std::snprintf(out, sizeof out, form, code);
  return out;
}

std::string written_out(std::string_view text, std::string_view line_end) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (text[at] == '\n') out += line_end;
    else if (text[at] == '\t') out += ' ';
    else if (byte < 0x20 || byte == 0x7F) out += escaped("\\x%02x", byte);
    else if (is_second_control(text, at)) out += escaped("\\x%02x", static_cast<unsigned char>(text[++at]));
    else if (is_turning(text, at)) {
      const unsigned low = (static_cast<unsigned char>(text[at + 1]) & 0x3F) << 6 | (static_cast<unsigned char>(text[at + 2]) & 0x3F);
      out += escaped("\\u%04x", 0x2000 | low);
      at += 2;
    } else out += text[at];
  }
  return out;
}

}  // namespace

std::string on_a_line(std::string_view text) { return written_out(text, "\\n"); }
std::string on_lines(std::string_view text) { return written_out(text, "\n"); }

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t characters) {
  return text + std::string(characters - std::min(characters, characters_in(text)), ' ');
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size(); ++at) out[at] = small(text, at);
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size(); ++at) out[at] = capital(text, at);
  return out;
}

std::string with_capital(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < std::min<std::size_t>(text.size(), 2); ++at) {
    out[at] = capital(text, at);
    if (static_cast<unsigned char>(text[at]) != 0xC3) break;
  }
  return out;
}

}  // namespace parcours
