// The typeface inside an SVG: only the characters it shows, as TrueType (Debian's WOFF2 encoder prints to stderr; so few glyphs
// gain a third at most, and whoever serves the SVG packs it anyway).
#pragma once

#include <string>

#include "render/scene.h"

namespace parcours {

inline constexpr std::string_view kFontFamilies =
    "Inter,'Noto Sans','Helvetica Neue',Arial,'Noto Sans Arabic','Noto Sans Hebrew','Noto Sans Thai','Noto Sans CJK SC',sans-serif";

std::string svg_font_families(const Scene& scene);  // the brand's first, where the scene is set in it

// @font-face rules for all texts of the scene; the same bytes for the same characters.
std::string svg_font_faces(const Scene& scene);

}  // namespace parcours
