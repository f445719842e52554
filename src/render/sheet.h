// Sheets of paper, and pages cut to them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "render/render.h"

namespace parcours {

// In millimetres. `margin`: what printers do not reach, all round.
struct Sheet {
  double width = 0, height = 0, margin = 0;

  double inner_width() const { return width - 2 * margin; }
  double inner_height() const { return height - 2 * margin; }
};

enum class Turned { landscape, portrait };
std::optional<Sheet> sheet_of(std::string_view code, Turned turned);  // "A4" … "A0"

// Millimetres of a scene unit on pages that are to be read in the hand: the smallest text is 7 points.
double reading_scale();

// Of the smallest text of a scene on one such sheet, in points; below kLeastLegible few can read it.
double smallest_text(const Scene& scene, const Sheet& sheet);
inline constexpr double kLeastLegible = 5;
// The smallest sheet on which it can be read: "A1 --portrait"; nothing: none is large enough.
std::string legible_sheet(const Scene& scene);

struct Pages {
  std::vector<Scene> scenes;
  double scale = 0;  // millimetres of a scene unit
};

// The map on as many pages as it takes, each with its stages' heads and lanes' names, and a line that says which page of how many.
// Every page fits the inside of the sheet at reading_scale(); a stage wider than that makes all of them smaller.
Pages draw_pages(const MeasuredMap& map, const DrawOptions& options, const Sheet& sheet);

Result<std::string> to_pdf(const Scene& scene, const Sheet& sheet);  // one page, as large as fits
Result<std::string> to_pdf(const Pages& pages, const Sheet& sheet);

}  // namespace parcours
