// Characters of UTF-8 texts, one after the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parcours {

inline constexpr char32_t kBadCharacter = 0xfffd;

// The character at `at`, and `at` moved behind it. Bad bytes give kBadCharacter, one byte at a time. REQUIRES: at < text.size()
char32_t next_character(std::string_view text, std::size_t& at);
// For breaking and spacing: beyond ASCII everything from À on counts.
constexpr bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc0; }

void append_character(std::string& text, char32_t character);

}  // namespace parcours
