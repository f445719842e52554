// A page in the form that a file's name asks for.
#pragma once

#include <optional>
#include <string>

#include "cli/options.h"
#include "render/several.h"

namespace parcours {

struct PageForms {
  std::optional<std::string> theme;
  std::optional<std::int64_t> width;

  void declare(Options& options);  // --theme --width
  Result<Theme> chosen_theme() const;
  // By the ending: .svg .png .pdf .html. Misuse for another one and for a width out of bounds.
  Result<std::string> content(const Page& page, const std::string& path, Theme theme) const;
};

}  // namespace parcours
