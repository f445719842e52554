#include "events/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

#define SIMDJSON_EXCEPTIONS 0  // every complaint is a value
#include <simdjson.h>

namespace parcours {
namespace {

// 0x80..0x9F of Windows-1252; 0: left open there.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::uint32_t point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// The sample without a character that its end may have cut.
std::string_view without_cut_character(std::string_view sample) {
  std::size_t kept = sample.size();
  for (std::size_t back = 1; back <= 3 && back <= sample.size(); ++back) {
    const auto byte = static_cast<unsigned char>(sample[sample.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    if (byte >= 0xC0) kept = sample.size() - back;
    break;
  }
  return sample.substr(0, kept);
}

}  // namespace

std::string_view code_of(Encoding encoding) {
  static constexpr std::array<std::string_view, 6> kCodes = {"ascii", "utf-8", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252"};
  return kCodes[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> encoding_of(std::string_view code) {
  std::string plain;
  for (const char c : code)
    if (c != '-' && c != '_' && c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (plain == "utf8" || plain == "ascii" || plain == "usascii") return Encoding::utf8;
  if (plain == "utf16le" || plain == "utf16") return Encoding::utf16le;
  if (plain == "utf16be") return Encoding::utf16be;
  if (plain == "latin1" || plain == "iso88591" || plain == "l1") return Encoding::latin1;
  if (plain == "windows1252" || plain == "cp1252" || plain == "ansi") return Encoding::windows1252;
  return std::nullopt;
}

bool is_ascii(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    if (word & 0x8080808080808080ULL) return false;
  }
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_utf8(std::string_view bytes) { return is_ascii(bytes) || simdjson::validate_utf8(bytes.data(), bytes.size()); }

void append_from_windows1252(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte >= 0xA0) append_utf8(byte, out);
    else append_utf8(kWindows1252[byte - 0x80u] ? kWindows1252[byte - 0x80u] : 0xFFFDu, out);
  }
}

Encoding guess_encoding(std::string_view sample) {
  if (is_ascii(sample)) return Encoding::undecided;
  if (is_utf8(without_cut_character(sample))) return Encoding::utf8;
  const bool has_c1 = std::any_of(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0;
  });
  return has_c1 ? Encoding::windows1252 : Encoding::latin1;
}

}  // namespace parcours
