#include "render/utf8.h"

namespace parcours {

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
  if (more == 0 || at + more > text.size()) return kBadCharacter;
  char32_t character = first & (0x3fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return kBadCharacter;
    character = (character << 6) | (byte(at + i) & 0x3fu);
  }
  const bool too_long = (more == 2 && character < 0x800) || (more == 3 && character < 0x10000);
  if (too_long || character > 0x10ffff || (character >= 0xd800 && character < 0xe000)) return kBadCharacter;
  at += more;
  return character;
}

void append_character(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80) put(character);
  else if (character < 0x800) put(0xc0 | character >> 6), put(0x80 | (character & 0x3f));
  else if (character < 0x10000) put(0xe0 | character >> 12), put(0x80 | (character >> 6 & 0x3f)), put(0x80 | (character & 0x3f));
  else put(0xf0 | character >> 18), put(0x80 | (character >> 12 & 0x3f)), put(0x80 | (character >> 6 & 0x3f)), put(0x80 | (character & 0x3f));
}

}  // namespace parcours
