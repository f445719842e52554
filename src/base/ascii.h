// Letters and digits as file formats and names mean them: ASCII alone, whatever the locale.
#pragma once

namespace parcours {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }

}  // namespace parcours
