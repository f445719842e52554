#include "render/svg_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace parcours {

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
  }
  return out;
}

// Hundredths are enough: at 3000 px that is a fiftieth of a pixel.
void put_number(std::string& out, double value, int decimals) {
  std::array<char, 64> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), std::isfinite(value) ? value : 0, std::chars_format::fixed, decimals).ptr;
  std::string_view shown(text.data(), static_cast<std::size_t>(end - text.data()));
  if (shown.find('.') != std::string_view::npos) {
    while (shown.back() == '0') shown.remove_suffix(1);
    if (shown.back() == '.') shown.remove_suffix(1);
  }
  out += shown == "-0" ? "0" : shown;
}

std::string hex(Colour c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const int v : {c.r, c.g, c.b}) out += kDigits[static_cast<std::size_t>(v >> 4)], out += kDigits[static_cast<std::size_t>(v & 15)];
  return out;
}

}  // namespace parcours
