#include "render/brand_font.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <utility>

#include "base/digest.h"
#include "render/faces.h"
#include FT_TRUETYPE_TABLES_H

namespace parcours {
namespace {

struct BrandFace {
  std::string bytes;
  int style = 0;
  hb_font_t* shaping = nullptr;
  hb_set_t* characters = nullptr;
  cairo_font_face_t* painting = nullptr;
};

// Opened once for the same bytes and kept: texts set in it may be anywhere.
struct BrandFaces {
  std::mutex mutex;
  FT_Library library = nullptr;
  std::deque<BrandFace> all;  // references stay
  std::map<std::pair<Digest128, int>, int> known;
};

BrandFaces& brand_faces() {
  static BrandFaces* const made = new BrandFaces;
  return *made;
}

const BrandFace& brand_face(int face) {
  BrandFaces& faces = brand_faces();
  const std::lock_guard lock(faces.mutex);
  return faces.all[static_cast<std::size_t>(face - kFirstBrandFace)];
}

std::optional<Message> wrong_kind(const std::string& bytes) {
  const std::string head = bytes.substr(0, 4);
  if (head == "wOFF" || head == "wOF2") return msg("render.font.woff");
  if (head == "OTTO" || head == "true" || head == std::string("\0\1\0\0", 4)) return {};
  return msg("render.font.not_a_font");
}

// Opens it for painting; its licence must let it be embedded, for every picture carries it.
std::optional<Message> open_for_painting(BrandFaces& faces, BrandFace& face) {
  if (!faces.library && FT_Init_FreeType(&faces.library) != 0) return msg("render.font.not_a_font");
  FT_Face opened = nullptr;
  if (FT_New_Memory_Face(faces.library, reinterpret_cast<const FT_Byte*>(face.bytes.data()), static_cast<FT_Long>(face.bytes.size()), 0, &opened) !=
      0)
    return msg("render.font.not_a_font");
  const auto* table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(opened, FT_SFNT_OS2));
  const bool scalable = FT_IS_SCALABLE(opened), restricted = table && (table->fsType & 0x000f) == 0x0002;
  if (!scalable || restricted) {
    FT_Done_Face(opened);
    return restricted ? msg("render.font.restricted") : msg("render.font.not_a_font");
  }
  face.painting = cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING);
  return {};
}

std::optional<Message> open_for_shaping(BrandFace& face) {
  const FontOpened opened = open_font(face.bytes);
  face.shaping = opened.font, face.characters = opened.characters;
  if (hb_set_has(face.characters, 'a') && hb_set_has(face.characters, 'A')) return {};
  return msg("render.font.no_letters");
}

Result<int> opened_brand_face(const std::string& bytes, int style) {
  if (const auto wrong = wrong_kind(bytes)) return failure(*wrong);
  BrandFaces& faces = brand_faces();
  const std::lock_guard lock(faces.mutex);
  const auto key = std::pair(digest(bytes), style);
  if (const auto at = faces.known.find(key); at != faces.known.end()) return at->second;
  BrandFace& face = faces.all.emplace_back();
  face.bytes = bytes, face.style = style;
  auto wrong = open_for_shaping(face);
  if (!wrong) wrong = open_for_painting(faces, face);
  if (wrong) {
    hb_font_destroy(face.shaping), hb_set_destroy(face.characters);
    faces.all.pop_back();
    return failure(*wrong);
  }
  return faces.known[key] = kFirstBrandFace + static_cast<int>(faces.all.size()) - 1;
}

std::string family_of(int face) {
  hb_face_t* opened = hb_font_get_face(brand_face(face).shaping);
  for (const hb_ot_name_id_t id :
       {static_cast<hb_ot_name_id_t>(HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY), static_cast<hb_ot_name_id_t>(HB_OT_NAME_ID_FONT_FAMILY)}) {
    char name[64] = {};
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(opened, id, hb_language_from_string("en", -1), &size, name);
    std::string safe;
    for (const char c : std::string(name))
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-') safe += c;
    if (safe == "Inter") return "Brand Inter";  // the shipped one goes by that name
    if (!safe.empty()) return safe;
  }
  return "Brand";
}

thread_local BrandFontPtr used_font;

}  // namespace

bool is_font_file(std::string_view named) {
  std::string end(named.substr(named.size() - std::min<std::size_t>(named.size(), 6)));
  for (char& c : end) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return named.find('/') != std::string_view::npos || end.ends_with(".ttf") || end.ends_with(".otf") || end.ends_with(".woff") ||
         end.ends_with(".woff2");
}

Result<BrandFontPtr> read_brand_font(const std::array<std::string, 4>& files) {
  BrandFont font;
  PARCOURS_TRY(font.faces[0], opened_brand_face(files[0], 0));
  for (const int style : {1, 2, 3}) {
    const auto at = static_cast<std::size_t>(style);
    if (files[at].empty()) continue;
    PARCOURS_TRY(font.faces[at], opened_brand_face(files[at], style));
  }
  if (font.faces[1] == 0) font.faces[1] = font.faces[2] != 0 ? font.faces[2] : font.faces[0];
  if (font.faces[2] == 0) font.faces[2] = font.faces[1];
  if (font.faces[3] == 0) font.faces[3] = font.faces[0];
  font.family = family_of(font.faces[0]);
  return std::make_shared<const BrandFont>(std::move(font));
}

BrandFontPtr font_in_use() { return used_font; }

UseFont::UseFont(BrandFontPtr font) : before_(std::exchange(used_font, std::move(font))) {}
UseFont::~UseFont() { used_font = std::move(before_); }

bool brand_face_has(int face, char32_t character) { return hb_set_has(brand_face(face).characters, static_cast<hb_codepoint_t>(character)); }
hb_font_t* brand_shaping_font(int face) { return brand_face(face).shaping; }
cairo_font_face_t* brand_cairo_face(int face) { return brand_face(face).painting; }
bool is_postscript_face(int face) { return brand_face(face).bytes.starts_with("OTTO"); }
int brand_face_style(int face) { return brand_face(face).style; }

}  // namespace parcours
