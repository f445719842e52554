// The typeface of the workspace's brand, from the file that parcours.yaml names.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "render/brand_font.h"

namespace parcours {

struct LoadedFont {
  BrandFontPtr font;                    // nothing: none is named by a file, or it cannot be used
  std::vector<Diagnostic> diagnostics;  // a warning at `brand: font` for what cannot be used
};

// `font: fonts/Maison-Regular.ttf`; its other styles are the files beside it that are named alike: Maison-SemiBold.ttf, Maison-Bold.ttf,
// Maison-Italic.ttf. What lies outside the workspace is not read.
LoadedFont load_brand_font(const Workspace& workspace);

}  // namespace parcours
