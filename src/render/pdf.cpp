#include <cairo-pdf.h>
#include <cairo.h>

#include "render/paint.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr double kPointsPerUnit = 0.75;  // a scene unit is a CSS pixel

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> to_pdf(const Scene& scene) {
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &out, scene.width * kPointsPerUnit, scene.height * kPointsPerUnit);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.description.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Parcours");
  // A fixed date: the same map gives the same bytes.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z");
  cairo_t* cairo = cairo_create(surface);
  cairo_scale(cairo, kPointsPerUnit, kPointsPerUnit);
  paint_scene(cairo, scene, TextAs::characters);
  cairo_show_page(cairo);
  const cairo_status_t status = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const bool fine = status == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  if (!fine) return failure(msg("render.cannot_paint", {{"reason", std::string(cairo_status_to_string(status))}}));
  return out;
}

}  // namespace parcours
