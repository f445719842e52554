#include <algorithm>
#include <cmath>

#include "render/cairo_output.h"
#include "render/paint.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr int kSideMax = 16000;  // cairo's limit is 32 767; 16 000 × 16 000 is already a gigabyte

}  // namespace

Result<std::string> to_png(const Scene& scene, int width_px) {
  const double scale = width_px / scene.width;
  const int height_px = static_cast<int>(std::ceil(scene.height * scale));
  if (width_px < 1 || width_px > kSideMax || height_px > kSideMax)
    return misuse(
        msg("render.png_size", {{"width", std::int64_t{width_px}}, {"height", std::int64_t{height_px}}, {"limit", std::int64_t{kSideMax}}}));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px);
  cairo_t* cairo = cairo_create(surface);
  cairo_scale(cairo, scale, scale);
  paint_scene(cairo, scene, TextAs::outlines);
  std::string out;
  cairo_surface_flush(surface);
  const bool fine =
      cairo_status(cairo) == CAIRO_STATUS_SUCCESS && cairo_surface_write_to_png_stream(surface, write_to_string, &out) == CAIRO_STATUS_SUCCESS;
  const std::string reason = cairo_status_to_string(cairo_status(cairo));
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  if (!fine) return failure(msg("render.cannot_paint", {{"reason", reason}}));
  return out;
}

}  // namespace parcours
