#include "cli/page_forms.h"

#include "base/files.h"

namespace parcours {
namespace {

constexpr std::int64_t kUsualWidth = 2800, kLeastWidth = 100, kLargestWidth = 20'000;

}  // namespace

void PageForms::declare(Options& options) {
  options.value("--theme", "light|dark|contrast|print", "draw.theme", theme);
  options.number("--width", "PX", "draw.width", width);
}

Result<Theme> PageForms::chosen_theme() const {
  const auto known = theme_of(theme.value_or("light"));
  if (!known) return misuse(msg("cli.bad_option_value", {{"option", "--theme"}, {"text", *theme}}), msg("draw.theme_hint"));
  return *known;
}

Result<std::string> PageForms::content(const Page& page, const std::string& path, Theme theme) const {
  const std::int64_t pixels = width.value_or(kUsualWidth);
  if (pixels < kLeastWidth || pixels > kLargestWidth)
    return misuse(msg("cli.bad_option_value", {{"option", "--width"}, {"text", std::to_string(pixels)}}), msg("draw.width_hint"));
  const std::string form = extension_of(path);
  if (form == "svg") return to_svg(page.scene);
  if (form == "png") return to_png(page.scene, static_cast<int>(pixels));
  if (form == "pdf") return to_pdf(page.scene);
  if (form == "html") return to_html(page, theme);
  return misuse(msg("draw.page_forms", {{"path", path}}), msg("draw.page_forms_hint"));
}

}  // namespace parcours
