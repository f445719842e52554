#include "base/fold.h"

#include <cstdint>

namespace parcours {
namespace {

// U+00C0..U+00FF without accents; '*' stands for letters of two.
constexpr std::string_view kLatin1 = "aaaaaa*ceeeeiiiidnooooo*ouuuuyt*aaaaaa*ceeeeiiiidnooooo*ouuuuyty";

void append_folded(std::uint32_t point, std::string& out) {
  if (point >= 0xC0 && point <= 0xFF && kLatin1[point - 0xC0] != '*') out += kLatin1[point - 0xC0];
  else if (point == 0xC6 || point == 0xE6) out += "ae";
  else if (point == 0xDF) out += "ss";
  else if (point == 0x152 || point == 0x153) out += "oe";
  else if (point == 0xA0 || point == 0x202F || point == 0x2009) out += ' ';
  else if (point == 0x2019) out += '\'';
  else if (point == 0xB0 || point == 0xBA) out += 'o';  // "n°"
  else out += '?';
}

}  // namespace

std::string folded_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : static_cast<char>(byte);
      ++i;
      continue;
    }
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    std::uint32_t point = byte & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    append_folded(point, out);
    i += length;
  }
  return out;
}

}  // namespace parcours
