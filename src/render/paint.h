// A scene on a cairo surface: what PNG and PDF share.
#pragma once

#include "render/scene.h"

typedef struct _cairo cairo_t;

namespace parcours {

// A PDF wants characters, to be searched and copied; on pixels cairo would move each glyph to a whole one, so outlines are filled.
enum class TextAs { characters, outlines };

void paint_scene(cairo_t* cairo, const Scene& scene, TextAs text_as);  // in scene units; the background included

}  // namespace parcours
