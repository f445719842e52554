// A map as a presentation of native shapes and text, to be handed to those it is for. docs/formats/pptx.md
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "render/render.h"

namespace parcours {

// 16:9. Notes hold the findings, what did not fit, and what the figures mean. `day`: of the cover; nothing: the day of the map's last
// review, if it tells one. The same map, options and day give the same bytes.
Result<std::string> to_pptx(const MeasuredMap& map, const DrawOptions& options, std::optional<Date> day = {});

}  // namespace parcours
