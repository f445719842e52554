// Text made plain for comparing: ASCII, lower case, without accents.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

// "Février à 14 h" -> "fevrier a 14 h". No-break spaces become spaces, typographic apostrophes plain ones; other signs become '?'.
std::string folded_ascii(std::string_view text);

}  // namespace parcours
