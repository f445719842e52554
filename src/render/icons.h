// The shipped icons, as strokes on a grid of 24 × 24.
#pragma once

#include <string_view>
#include <vector>

namespace parcours {

struct IconPath {
  std::string_view name;  // "phone"
  std::string_view path;  // absolute M, L, C and Z
};

const std::vector<IconPath>& icon_paths();  // sorted by name; made by tools/bake_icons

bool has_icon(std::string_view name);

// The icon of a usual channel ("email" -> "mail"), else of `named` (what the workspace asks for), else a neutral one.
std::string_view icon_of_channel(std::string_view channel, std::string_view named);

}  // namespace parcours
