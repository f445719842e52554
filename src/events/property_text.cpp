#include "events/property_text.h"

#include <algorithm>
#include <array>

#include "base/number.h"

namespace parcours {

void append_json_string(std::string_view utf8, std::string& out) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t kept = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(utf8, kept, i - kept);
    kept = i + 1;
    out += '\\';
    if (byte == '"' || byte == '\\') out += static_cast<char>(byte);
    else if (byte == '\n') out += 'n';
    else if (byte == '\t') out += 't';
    else if (byte == '\r') out += 'r';
    else out += "u00", out += kHex[byte >> 4], out += kHex[byte & 15];
  }
  out.append(utf8, kept);
  out += '"';
}

void append_json_number(std::string_view text, char decimal, std::string& out) {
  const std::size_t point = text.find(decimal);
  if (point == std::string_view::npos) {
    out += text == "-0" ? "0" : text;
    return;
  }
  std::array<char, 32> digits;
  const auto end = std::copy(text.begin(), text.end(), digits.begin());
  digits[point] = '.';
  out += exact(*parse_number({digits.data(), static_cast<std::size_t>(end - digits.begin())}));
}

}  // namespace parcours
