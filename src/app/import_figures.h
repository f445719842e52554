// Figures from elsewhere (a survey, another tool), a row each, into the touchpoints of a map. docs/formats/figures.md.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "events/attribute_reader.h"
#include "map/diff.h"
#include "map/map_file.h"

namespace parcours {

struct FigureComplaint {
  std::uint64_t line = 0;
  std::string column;
  Message reason;
};

struct ImportedFigures {
  std::string text;  // the map with the figures; as it was when nothing changes or there are complaints
  std::int64_t added = 0, changed = 0, same = 0;
  std::vector<Change> changes;
  std::vector<FigureComplaint> complaints;  // all of them; then nothing is taken
};

// A figure of the same touchpoint, measure, source and date is brought up to date; others are added behind.
// REQUIRES: the map is usable. Fails when the columns touchpoint, measure, value and source are not all there, or the edit cannot be made.
Result<ImportedFigures> import_figures(const MapFile& map, const std::vector<AttributeRow>& rows);

}  // namespace parcours
