// Words of a map as rules compare them.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

// Latin capitals as small letters, accented ones too: "É" is "é".
std::string lower_case(std::string_view text);

}  // namespace parcours
