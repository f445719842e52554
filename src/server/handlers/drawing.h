// What pictures and the other forms of a map have in common: how it is drawn, and what is measured of it.
#pragma once

#include "render/render.h"
#include "server/handlers/handlers.h"

namespace parcours {

Result<Theme> asked_theme(const Call& call);  // light where none is asked for

// theme, stage, lanes, wide and language of the request, with the map's pictures. Misuse: a value that will not do.
Result<DrawOptions> asked_drawing(const Call& call, const MapFile& map);

// So asked (`measured=no`), or by one who may not read figures.
bool without_figures(const Call& call);

// The map with its figures, narrowed as asked, or without (so asked, no events); what they rest on goes into `options`.
Result<MeasuredMap> asked_figures(Call& call, const MapFile& map, DrawOptions& options);

Response svg_reply(const Scene& scene);

}  // namespace parcours
