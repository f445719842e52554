#include <array>
#include <charconv>
#include <cstdint>

#include "forms/mermaid/mermaid.h"

#include "base/ascii.h"

namespace parcours {
namespace {

struct Named {
  std::string_view name, text;
};
constexpr std::array<Named, 10> kNamed = {{{"quot", "\""},
                                           {"amp", "&"},
                                           {"lt", "<"},
                                           {"gt", ">"},
                                           {"apos", "'"},
                                           {"nbsp", "\u00A0"},
                                           {"num", "#"},
                                           {"colon", ":"},
                                           {"semi", ";"},
                                           {"comma", ","}}};

std::string utf8(std::uint32_t point) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0 | (point >> 6)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xE0 | (point >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | (point >> 18)), tail(12), tail(6), tail(0)};
}

// "" for what is no character that a text may hold.
std::string character(std::string_view name) {
  std::uint32_t point = 0;
  const auto [at, error] = std::from_chars(name.data(), name.data() + name.size(), point);
  if (error == std::errc{} && at == name.data() + name.size()) {
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0), surrogate = point >= 0xD800 && point < 0xE000;
    return control || surrogate || point > 0x10FFFF || (point & 0xFFFE) == 0xFFFE ? "" : utf8(point);
  }
  for (const Named& known : kNamed)
    if (known.name == name) return std::string(known.text);
  return "";
}

}  // namespace

std::string without_entities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i + 1;
    while (text[i] == '#' && end < text.size() && is_word(text[end])) ++end;
    const bool entity = end > i + 1 && end < text.size() && text[end] == ';';
    const std::string put = entity ? character(text.substr(i + 1, end - i - 1)) : "";
    if (put.empty()) {
      out += text[i];
      continue;
    }
    out += put;
    i = end;
  }
  return out;
}

}  // namespace parcours
