// The encodings a text file of events may have. Everything past the readers is UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcours {

// `undecided`: only ASCII seen so far; the first other byte decides between UTF-8 and Windows-1252, for the whole file.
enum class Encoding : std::uint8_t { undecided, utf8, utf16le, utf16be, latin1, windows1252 };

std::string_view code_of(Encoding encoding);  // "ascii", "utf-8", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252"
// Also "latin1", "cp1252", "utf8" and other usual spellings.
std::optional<Encoding> encoding_of(std::string_view code);

bool is_ascii(std::string_view bytes);
bool is_utf8(std::string_view bytes);

// Appends the bytes, read as Windows-1252, as UTF-8. Latin-1 is read the same way: its few other characters are control codes.
// The five bytes that Windows-1252 leaves open become U+FFFD.
void append_from_windows1252(std::string_view bytes, std::string& out);

// What a sample is written in. REQUIRES: no UTF-16. A character cut at the end of the sample does not count against UTF-8.
Encoding guess_encoding(std::string_view sample);

}  // namespace parcours
