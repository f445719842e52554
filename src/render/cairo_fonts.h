// The shipped fonts for cairo, and whatever the machine has for characters that they lack.
#pragma once

#include <string>

#include "render/scene.h"

typedef struct _cairo cairo_t;
typedef struct _cairo_font_face cairo_font_face_t;

namespace parcours {

cairo_font_face_t* cairo_face(int face);  // index of font_files(); kept for the life of the program

// In the source already set, squeezed into `width` when it would be wider.
void show_in_other_font(cairo_t* cairo, const std::string& text, double x, double baseline, double width, const TextStyle& style);

}  // namespace parcours
