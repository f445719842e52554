#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>

#include "render/cairo_output.h"
#include "render/paint.h"
#include "render/render.h"
#include "render/sheet.h"

namespace parcours {
namespace {

constexpr double kPointsPerUnit = 0.75;  // a scene unit is a CSS pixel
constexpr double kPointsPerMillimetre = 72 / 25.4;

// In points. The scene's left top at (x, y).
struct PagePlan {
  const Scene* scene = nullptr;
  double x = 0, y = 0, scale = kPointsPerUnit;
};

void name_document(cairo_surface_t* surface, const Scene& scene) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.description.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Parcours");
  // A fixed date: the same map gives the same bytes.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z");
}

Result<std::string> written(const std::vector<PagePlan>& pages, double width, double height) {
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(write_to_string, &out, width, height);
  name_document(surface, *pages.front().scene);
  cairo_t* cairo = cairo_create(surface);
  for (const PagePlan& page : pages) {
    cairo_save(cairo);
    cairo_translate(cairo, page.x, page.y);
    cairo_scale(cairo, page.scale, page.scale);
    paint_scene(cairo, *page.scene, TextAs::characters);
    cairo_restore(cairo);
    cairo_show_page(cairo);
  }
  const cairo_status_t status = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const bool fine = status == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  if (!fine) return failure(msg("render.cannot_paint", {{"reason", std::string(cairo_status_to_string(status))}}));
  return out;
}

}  // namespace

Result<std::string> to_pdf(const Scene& scene) {
  return written({{&scene, 0, 0, kPointsPerUnit}}, scene.width * kPointsPerUnit, scene.height * kPointsPerUnit);
}

Result<std::string> to_pdf(const Scene& scene, const Sheet& sheet) {
  const double scale = std::min(sheet.inner_width() / scene.width, sheet.inner_height() / scene.height) * kPointsPerMillimetre;
  const double width = sheet.width * kPointsPerMillimetre, height = sheet.height * kPointsPerMillimetre;
  return written({{&scene, (width - scene.width * scale) / 2, (height - scene.height * scale) / 2, scale}}, width, height);
}

Result<std::string> to_pdf(const Pages& pages, const Sheet& sheet) {
  std::vector<PagePlan> plans;
  for (const Scene& page : pages.scenes)
    plans.push_back({&page, sheet.margin * kPointsPerMillimetre, sheet.margin * kPointsPerMillimetre, pages.scale * kPointsPerMillimetre});
  return written(plans, sheet.width * kPointsPerMillimetre, sheet.height * kPointsPerMillimetre);
}

}  // namespace parcours
