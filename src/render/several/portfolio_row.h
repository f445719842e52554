// The row of one map in the portfolio, and the names of its columns.
#pragma once

#include "render/several/parts.h"

namespace parcours {

Node portfolio_heads(const Frame& page);                                                    // at y = 0
Node portfolio_row(const Frame& page, const MapStanding& map, const DrawOptions& options);  // likewise
Node unreadable_row(const Frame& page, const UnreadableMap& map);                           // likewise
std::string say_reviewed(const Frame& frame, const MapStanding& map);                       // "relue le 2 oct. 2026"
std::string say_data(const Frame& frame, const MapStanding& map);                           // "4 000 clients · 1 sept. – 21 nov. 2026"; "" without
std::string say_conversion(const Frame& frame, const MapStanding& map);                     // "12 % [11–13] atteignent le but"; "" without
std::string say_coverage(const Frame& frame, const Coverage& coverage);                     // "8 mesurés · 2 déclarés · 5 hypothèses"
const Friction* worst_friction_of(const MapStanding& map);                                  // nothing: it has none
std::string say_worst_friction(const Frame& map_frame, const MapStanding& map);             // what it rests on
std::vector<std::pair<std::string, Tone>> reasons_of(const Frame& frame, const MapStanding& map);  // in words, with their tone

}  // namespace parcours
