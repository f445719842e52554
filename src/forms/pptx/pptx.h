// A map as a presentation of native shapes and text: a slide for the whole, then one or more a stage. docs/formats/pptx.md
#pragma once

#include <string>

#include "base/result.h"
#include "render/render.h"

namespace parcours {

// 16:9. Notes hold the findings, what did not fit, and what the figures mean. The same map and options give the same bytes.
Result<std::string> to_pptx(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
