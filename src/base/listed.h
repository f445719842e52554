// Names in a row, as messages list them.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace parcours {

// "a, b, c"; behind the first `most`: "a, b, …".
std::string listed(const std::vector<std::string>& names, std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace parcours
