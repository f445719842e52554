// What a picture rests on, in words.
#pragma once

#include <string>

#include "overlay/measured_map.h"

namespace parcours {

// "12 000 events of 4 000 customers, 3 May – 1 Nov 2026 · only lang=en": what a picture's footer says of its data, and to what it is narrowed.
std::string basis_text(const MeasuredMap& measured, const Zone& zone, Lang lang);

}  // namespace parcours
