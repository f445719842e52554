#include "measures/median.h"

#include <algorithm>

namespace parcours {

std::optional<double> median_in_place_s(std::span<TimeMs> spans) {
  if (spans.empty()) return std::nullopt;
  const auto middle = spans.begin() + static_cast<std::ptrdiff_t>(spans.size() / 2);
  std::nth_element(spans.begin(), middle, spans.end());
  const auto upper = static_cast<double>(*middle);
  if (spans.size() % 2 == 1) return upper / kSecond;
  const auto lower = static_cast<double>(*std::max_element(spans.begin(), middle));
  return (lower + upper) / 2 / kSecond;
}

}  // namespace parcours
