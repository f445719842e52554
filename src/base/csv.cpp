#include "base/csv.h"

namespace parcours {

std::string csv_quoted(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && kFormulaSigns.find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace parcours
