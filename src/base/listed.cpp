#include "base/listed.h"

namespace parcours {

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) out += (i > 0 ? ", " : "") + names[i];
  return names.size() > most ? out + ", …" : out;
}

}  // namespace parcours
