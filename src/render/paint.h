// A scene on a cairo surface: what PNG and PDF share.
#pragma once

#include "render/scene.h"

typedef struct _cairo cairo_t;

namespace parcours {

void paint_scene(cairo_t* cairo, const Scene& scene);  // in scene units; the background included

}  // namespace parcours
