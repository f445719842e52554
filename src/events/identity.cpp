#include "events/identity.h"

#include <algorithm>

#include "events/number_form.h"

namespace parcours {

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
  const std::size_t point = text.rfind('.');
  return point != std::string_view::npos && point > at + 1 && point + 1 < text.size() &&
         text.find_first_of(" \t\r\n,;<>\"") == std::string_view::npos;
}

std::string identity_text(std::string_view written) {
  std::string out(without_blanks(written));
  if (!is_address(out)) return out;
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace parcours
