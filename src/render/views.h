// How the teams of a company see the customer along a map, and where they disagree. docs/formats/picture.md
#pragma once

#include "render/render.h"

namespace parcours {

// One curve a team over the touchpoints, the spread between them at each, and below who says what, the widest apart first.
Scene draw_views(const MeasuredMap& map, const DrawOptions& options);
// The same for the big screen of a workshop: a row for each touchpoint, in large type.
Scene draw_workshop(const MeasuredMap& map, const DrawOptions& options);
// The picture, and a table of what each team says beside it.
std::string views_to_html(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
