#include "render/icons.h"

#include <algorithm>

namespace parcours {
namespace {

const IconPath* find_icon(std::string_view name) {
  const auto& all = icon_paths();
  const auto at = std::lower_bound(all.begin(), all.end(), name, [](const IconPath& icon, std::string_view n) { return icon.name < n; });
  return at != all.end() && at->name == name ? &*at : nullptr;
}

}  // namespace

bool has_icon(std::string_view name) { return find_icon(name) != nullptr; }

std::string_view icon_or_neutral(std::string_view name) {
  const IconPath* found = find_icon(name);
  return found ? found->name : "circle-dot";
}

std::string_view icon_path(std::string_view name) {
  const IconPath* found = find_icon(name);
  return found ? found->path : std::string_view{};
}

}  // namespace parcours
