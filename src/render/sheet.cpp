#include "render/sheet.h"

#include <algorithm>
#include <utility>

#include "render/theme.h"

namespace parcours {
namespace {

constexpr double kLeastPoints = 7, kMillimetresPerPoint = 25.4 / 72;

}  // namespace

std::optional<Sheet> sheet_of(std::string_view code, Turned turned) {
  struct Format {
    std::string_view code;
    double shorter, longer, margin;
  };
  constexpr Format kFormats[] = {{"A4", 210, 297, 10}, {"A3", 297, 420, 10}, {"A2", 420, 594, 12}, {"A1", 594, 841, 15}, {"A0", 841, 1189, 20}};
  for (const Format& format : kFormats) {
    if (format.code != code) continue;
    Sheet sheet{format.longer, format.shorter, format.margin};
    if (turned == Turned::portrait) std::swap(sheet.width, sheet.height);
    return sheet;
  }
  return std::nullopt;
}

double smallest_text(const Scene& scene, const Sheet& sheet) {
  return kSmall * std::min(sheet.inner_width() / scene.width, sheet.inner_height() / scene.height) / kMillimetresPerPoint;
}

std::string legible_sheet(const Scene& scene) {
  for (const std::string code : {"A4", "A3", "A2", "A1", "A0"})
    for (const Turned turned : {Turned::landscape, Turned::portrait})
      if (smallest_text(scene, *sheet_of(code, turned)) >= kLeastLegible) return code + (turned == Turned::portrait ? " --portrait" : "");
  return {};
}

double reading_scale() { return kLeastPoints * kMillimetresPerPoint / kSmall; }

}  // namespace parcours
