#include "check/words.h"

namespace parcours {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 'A' && byte <= 'Z') lower[i] = static_cast<char>(byte + 0x20);
    // À to Þ are C3 80 to C3 9E in UTF-8, and their small letters 0x20 further; C3 97 is the sign ×.
    const bool after_c3 = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3;
    if (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97) lower[i] = static_cast<char>(byte + 0x20);
  }
  return lower;
}

}  // namespace parcours
