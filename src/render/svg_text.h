// Texts, numbers and colours as an SVG writes them; texts as any XML does.
#pragma once

#include <string>
#include <string_view>

#include "render/scene.h"

namespace parcours {

std::string xml_escaped(std::string_view text);                     // control characters dropped, but line ends and tabs
void put_number(std::string& out, double value, int decimals = 2);  // the shortest form of the value rounded
std::string hex(Colour colour);                                     // "#rrggbb"

}  // namespace parcours
