// The fonts for cairo.
#pragma once

typedef struct _cairo_font_face cairo_font_face_t;

namespace parcours {

cairo_font_face_t* cairo_face(int face);  // of faces.h; kept for the life of the program

}  // namespace parcours
