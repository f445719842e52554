#include "render/faces.h"

#include <hb.h>

#include <array>
#include <cassert>
#include <vector>

#include "render/brand_font.h"
#include "render/font_files.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, kStyles> kCodes = {"400-normal", "600-normal", "700-normal", "400-italic"};

struct Face {
  int style = 0;
  hb_font_t* font = nullptr;
  hb_set_t* characters = nullptr;
};

Face opened(const FontFile& file) {
  const FontOpened font = open_font(file.bytes);
  Face out{0, font.font, font.characters};
  for (int style = 0; style < kStyles; ++style)
    if (kCodes[static_cast<std::size_t>(style)] == file.style) out.style = style;
  return out;
}

const std::vector<Face>& faces() {
  // Never torn down: texts may still be set while the program ends.
  static const std::vector<Face>* const all = [] {
    auto* list = new std::vector<Face>;
    for (const FontFile& file : font_files()) list->push_back(opened(file));
    return list;
  }();
  return *all;
}

}  // namespace

FontOpened open_font(std::string_view bytes) {
  hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  FontOpened out{hb_font_create(face), hb_set_create()};
  hb_face_collect_unicodes(face, out.characters);
  hb_font_set_scale(out.font, kUnits, kUnits);
  hb_font_make_immutable(out.font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return out;
}

int style_index(const TextStyle& style) {
  if (style.italic) return 3;
  return style.weight == Weight::bold ? 2 : style.weight == Weight::semibold ? 1 : 0;
}

std::string_view style_code(int style) { return kCodes[static_cast<std::size_t>(style)]; }

hb_font_t* shaping_font(int face) {
  if (face >= kFirstBrandFace) return brand_shaping_font(face);
  return faces()[static_cast<std::size_t>(face)].font;
}

int face_for(int style, char32_t character) {
  if (const BrandFontPtr brand = font_in_use()) {
    const int face = brand->faces[static_cast<std::size_t>(style)];
    if (brand_face_has(face, character)) return face;
  }
  const auto& all = faces();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].style == style && hb_set_has(all[i].characters, static_cast<hb_codepoint_t>(character))) return static_cast<int>(i);
  return -1;
}

}  // namespace parcours
