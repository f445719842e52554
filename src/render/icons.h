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
std::string_view icon_or_neutral(std::string_view name);  // the name, or a neutral icon's when none is shipped under it
std::string_view icon_path(std::string_view name);        // "" when there is none

}  // namespace parcours
