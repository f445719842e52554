// "Did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace parcours {

// The candidate nearest to `word` (edit distance with swaps, case ignored), if it is near enough to be what was meant.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace parcours
