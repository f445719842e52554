// The brand's typeface: what its files cover is set in it, all else in the shipped one. A font lives as long as the program.
//
//   const UseFont use(font);           // for this thread, until it goes
//   Scene scene = draw(map, options);  // remembers the font: writers set it in the same
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

typedef struct _cairo_font_face cairo_font_face_t;  // NOLINT(bugprone-reserved-identifier): as cairo has it
typedef struct hb_font_t hb_font_t;

namespace parcours {

inline constexpr std::uint64_t kFontBytesMax = 20 << 20;

struct BrandFont {
  std::string family;             // letters, digits, spaces and hyphens: safe wherever a format names it
  std::array<int, 4> faces = {};  // by style of faces.h; where no file is given, the nearest one's

  bool operator==(const BrandFont&) const = default;
};
using BrandFontPtr = std::shared_ptr<const BrandFont>;

// Whether `font` of parcours.yaml names a file (fonts/Maison.ttf) and not a family that the reader's machine has (Georgia).
bool is_font_file(std::string_view named);

// The files' bytes by style: regular, semibold, bold, italic; all but the first may be empty. The failure says what is wrong with the
// content and names no file.
Result<BrandFontPtr> read_brand_font(const std::array<std::string, 4>& files);

BrandFontPtr font_in_use();  // of this thread; nothing: the shipped one

class UseFont {
 public:
  explicit UseFont(BrandFontPtr font);
  ~UseFont();
  UseFont(const UseFont&) = delete;
  UseFont& operator=(const UseFont&) = delete;

 private:
  BrandFontPtr before_;
};

// What stands behind the faces of a brand's font. REQUIRES: `face` from BrandFont::faces
bool brand_face_has(int face, char32_t character);
hb_font_t* brand_shaping_font(int face);
cairo_font_face_t* brand_cairo_face(int face);
bool is_postscript_face(int face);            // its outlines, as a @font-face names its format
int brand_face_style(int face);               // of faces.h: the style its file was given for
inline constexpr int kFirstBrandFace = 1000;  // below: faces of the shipped font

}  // namespace parcours
