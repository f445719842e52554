// A text by its characters and its letters, small and capital: those of ASCII and of Latin-1 (é, É), as French and its neighbours write.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parcours {

// In UTF-8, whatever their width.
std::size_t characters_in(std::string_view text);
// With spaces behind it, so many characters; longer ones stay.
std::string padded(const std::string& text, std::size_t characters);

// As it may stand in a line of a terminal: what would move its cursor, colour it or turn the direction of reading is written out, "\\n", "\\x1b",
// "\\u202e". Events' names and people's words come from anyone.
std::string on_a_line(std::string_view text);
// The same for a text of several lines: their ends stay.
std::string on_lines(std::string_view text);

// Other letters stay as they are.
std::string lower_case(std::string_view text);
std::string upper_case(std::string_view text);
// The first letter a capital: a sentence.
std::string with_capital(std::string_view text);

}  // namespace parcours
