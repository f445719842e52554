#include "render/cairo_fonts.h"

#include <cairo-ft.h>
#include <pango/pangocairo.h>

#include <cassert>
#include <vector>

#include "render/font_files.h"

namespace parcours {

cairo_font_face_t* cairo_face(int face) {
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

void show_in_other_font(cairo_t* cairo, const std::string& text, double x, double baseline, double width, const TextStyle& style) {
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* font = pango_font_description_from_string("Noto Sans, sans-serif");
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.weight == Weight::bold       ? PANGO_WEIGHT_BOLD
                                          : style.weight == Weight::semibold ? PANGO_WEIGHT_SEMIBOLD
                                                                             : PANGO_WEIGHT_NORMAL);
  if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  PangoRectangle extents;
  pango_layout_get_extents(layout, nullptr, &extents);
  const double natural = static_cast<double>(extents.width) / PANGO_SCALE;
  cairo_save(cairo);
  cairo_translate(cairo, x, baseline - static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE);
  if (natural > width && natural > 0) cairo_scale(cairo, width / natural, 1);
  pango_cairo_show_layout(cairo, layout);
  cairo_restore(cairo);
  pango_font_description_free(font);
  g_object_unref(layout);
}

}  // namespace parcours
