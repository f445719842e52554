#include "cli/page_forms.h"

#include "base/files.h"

namespace parcours {
namespace {

constexpr int kUsualWidth = 2800, kLeastWidth = 100;

}  // namespace

Result<Theme> theme_value(const std::optional<std::string>& theme) {
  const auto known = theme_of(theme.value_or("light"));
  if (!known) return misuse(msg("cli.bad_option_value", {{"option", "--theme"}, {"text", *theme}}), msg("draw.theme_hint"));
  return *known;
}

Result<int> width_value(const std::optional<std::int64_t>& width, int usual_px) {
  const std::int64_t pixels = width.value_or(usual_px);
  if (pixels < kLeastWidth || pixels > kLargestWidth)
    return misuse(msg("cli.bad_option_value", {{"option", "--width"}, {"text", std::to_string(pixels)}}), msg("draw.width_hint"));
  return static_cast<int>(pixels);
}

void PageForms::declare(Options& options) {
  options.value("--theme", "light|dark|contrast|print", "draw.theme", theme);
  options.number("--width", "PX", "draw.width", width);
}

Result<std::string> PageForms::content(const Page& page, const std::string& path, Theme theme) const {
  PARCOURS_TRY(const int pixels, width_value(width, kUsualWidth));
  const std::string form = extension_of(path);
  if (form == "svg") return to_svg(page.scene);
  if (form == "png") return to_png(page.scene, pixels);
  if (form == "pdf") return to_pdf(page.scene);
  if (form == "html") return to_html(page, theme);
  return misuse(msg("draw.page_forms", {{"path", path}}), msg("draw.page_forms_hint"));
}

}  // namespace parcours
