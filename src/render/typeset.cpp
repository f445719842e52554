#include "render/type.h"
#include "render/utf8.h"

namespace parcours {
namespace {

constexpr char32_t kNarrow = 0x202f, kUnbroken = 0xa0;

// Not to be drawn: controls, and what would turn or hide text around it.
bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == kBadCharacter || c == 0xad || c == 0xfeff || c == 0x200b || c == 0x200e || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c >= 0xe0000 || (c >= 0xe000 && c <= 0xf8ff) || (c & 0xfffe) == 0xfffe;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool takes_space_before(char32_t c) { return c == '?' || c == '!' || c == ';' || c == ':' || c == 0xbb || c == '%' || c == 0x20ac; }

bool begins_thousands(const std::u32string& text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  return digit(at) && digit(at + 1) && digit(at + 2) && !digit(at + 3);
}

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += U' ';
    } else if (!is_dropped(c)) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string typeset(std::string_view text, Lang lang) {
  std::u32string in = characters_of(text);
  std::string out;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const char32_t before = i > 0 ? in[i - 1] : 0, after = i + 1 < in.size() ? in[i + 1] : 0;
    char32_t c = in[i];
    if (c == '\'' && is_letter(before) && is_letter(after)) c = 0x2019;
    if (lang == Lang::fr && c == ' ' && (takes_space_before(after) || before == 0xab)) c = kNarrow;
    const bool unit = i + 1 < in.size() && is_letter(after) && (i + 2 == in.size() || in[i + 2] == ' ' || in[i + 2] == ',' || in[i + 2] == '.');
    if (c == ' ' && is_digit(before) && unit) c = kUnbroken;                         // 48 h
    if (c == ' ' && is_digit(before) && begins_thousands(in, i + 1)) c = kUnbroken;  // 1 900
    append_character(out, c);
  }
  return out;
}

}  // namespace parcours
