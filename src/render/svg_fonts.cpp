#include "render/svg_fonts.h"

#include <hb-subset.h>

#include <map>
#include <mutex>
#include <set>

#include "render/base64.h"
#include "render/faces.h"
#include "render/font_files.h"
#include "render/type.h"
#include "render/utf8.h"

namespace parcours {
namespace {

using Characters = std::set<char32_t>;
using CharactersByFace = std::map<int, Characters>;

void collect(const Node& node, CharactersByFace& out) {
  if (node.kind == Node::Kind::text) {
    const int style = style_index(node.style);
    for (const TextLine& line : node.lines)
      for (std::size_t at = 0; at < line.text.size();) {
        const char32_t c = next_character(line.text, at);
        if (const int face = face_for(style, c); face >= 0) out[face].insert(c);
      }
  }
  for (const Node& child : node.children) collect(child, out);
}

std::string subset(int face, const Characters& characters) {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const char32_t c : characters) hb_set_add(hb_subset_input_unicode_set(input), static_cast<hb_codepoint_t>(c));
  hb_face_t* slim = hb_subset_or_fail(hb_font_get_face(shaping_font(face)), input);
  hb_subset_input_destroy(input);
  if (!slim) return {};
  hb_blob_t* blob = hb_face_reference_blob(slim);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  std::string bytes(data, length);
  hb_blob_destroy(blob);
  hb_face_destroy(slim);
  return bytes;
}

// The same characters are asked for again and again (a studio redraws at every change): the last subsets are remembered.
std::string remembered_subset(int face, const Characters& characters) {
  static std::mutex mutex;
  static std::map<std::pair<int, Characters>, std::string> known;
  const std::lock_guard lock(mutex);
  const auto key = std::pair(face, characters);
  if (const auto at = known.find(key); at != known.end()) return at->second;
  if (known.size() >= 64) known.clear();
  return known.emplace(key, base64(subset(face, characters))).first->second;
}

std::string ranges(const Characters& characters) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto hex = [&](char32_t c) {
    std::string out;
    for (; c > 0; c >>= 4) out.insert(out.begin(), kDigits[c & 15]);
    return out;
  };
  std::string out;
  for (auto at = characters.begin(); at != characters.end();) {
    const char32_t first = *at;
    char32_t last = first;
    while (++at != characters.end() && *at == last + 1) last = *at;
    out += (out.empty() ? "U+" : ",U+") + hex(first) + (last > first ? "-" + hex(last) : "");
  }
  return out;
}

}  // namespace

std::string svg_font_families(const Scene& scene) { return (scene.font ? "'" + scene.font->family + "'," : "") + std::string(kFontFamilies); }

std::string svg_font_faces(const Scene& scene) {
  const UseFont use(scene.font);
  CharactersByFace used;
  collect(scene.root, used);
  std::string out;
  for (const auto& [face, characters] : used) {
    const bool brand = face >= kFirstBrandFace;
    const std::string_view style = brand ? style_code(brand_face_style(face)) : font_files()[static_cast<std::size_t>(face)].style;
    const std::string bytes = remembered_subset(face, characters);
    if (bytes.empty()) continue;
    const std::string_view format = brand && is_postscript_face(face) ? "opentype" : "truetype";
    out += "@font-face{font-family:" + (brand ? "'" + scene.font->family + "'" : "Inter") + ";font-weight:" + std::string(style.substr(0, 3)) +
           ";font-style:" + std::string(style.substr(4)) + ";unicode-range:" + ranges(characters) + ";src:url(data:font/" +
           (format == "opentype" ? "otf" : "ttf") + ";base64," + bytes + ") format('" + std::string(format) + "')}";
  }
  return out + (scene.font ? "text{font-synthesis:none}" : "");
}

}  // namespace parcours
