// A page in the form that a file's name asks for.
#pragma once

#include <optional>
#include <string>

#include "cli/options.h"
#include "render/several.h"

namespace parcours {

Result<Theme> theme_value(const std::optional<std::string>& theme);  // light where none is asked for
inline constexpr int kLargestWidth = 20'000;
Result<int> width_value(const std::optional<std::int64_t>& width, int usual_px);  // of a picture in pixels

struct PageForms {
  std::optional<std::string> theme;
  std::optional<std::int64_t> width;

  void declare(Options& options);  // --theme --width
  Result<Theme> chosen_theme() const { return theme_value(theme); }
  // By the ending: .svg .png .pdf .html. Misuse for another one and for a width out of bounds.
  Result<std::string> content(const Page& page, const std::string& path, Theme theme) const;
};

}  // namespace parcours
