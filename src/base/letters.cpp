#include "base/letters.h"

#include <algorithm>

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

}  // namespace

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
