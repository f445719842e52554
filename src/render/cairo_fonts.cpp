#include "render/cairo_fonts.h"

#include <cairo-ft.h>

#include <cassert>
#include <vector>

#include "render/brand_font.h"
#include "render/font_files.h"

namespace parcours {

cairo_font_face_t* cairo_face(int face) {
  if (face >= kFirstBrandFace) return brand_cairo_face(face);
  static const std::vector<cairo_font_face_t*>* const faces = [] {
    FT_Library library = nullptr;
    [[maybe_unused]] FT_Error error = FT_Init_FreeType(&library);
    assert(error == 0);
    auto* all = new std::vector<cairo_font_face_t*>;  // never torn down
    for (const FontFile& file : font_files()) {
      FT_Face opened = nullptr;
      error = FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(file.bytes.data()), static_cast<FT_Long>(file.bytes.size()), 0, &opened);
      assert(error == 0);
      all->push_back(cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING));
    }
    return all;
  }();
  return (*faces)[static_cast<std::size_t>(face)];
}

}  // namespace parcours
