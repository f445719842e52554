// A map as a workbook: the table of the map, a sheet a lane, the figures as numbers. docs/formats/xlsx.md
#pragma once

#include <string>

#include "base/result.h"
#include "render/render.h"

namespace parcours {

// The same map and options give the same bytes.
Result<std::string> to_xlsx(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
