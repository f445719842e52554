// What the scripts of the world ask of a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "map/journey_map.h"
#include "render/scene.h"

namespace parcours {

// From here on (Hebrew) lie the scripts whose breaking, shaping and fonts are left to Pango.
inline constexpr char32_t kOtherScripts = 0x590;
// Dashes, quotes, spaces and signs of money stand in Latin text too.
constexpr bool is_of_other_script(char32_t c) { return c >= kOtherScripts && (c < 0x2000 || c > 0x20cf); }

bool is_right_to_left(char32_t character);         // Hebrew, Arabic and their kin
bool has_right_to_left(std::string_view text);     // anywhere in it
bool begins_right_to_left(std::string_view text);  // by its first letter: so its lines run
bool is_right_to_left(const JourneyMap& map);      // by the names of its stages and its title: most letters decide

// The scene as in a mirror: what ran from left to right runs from right to left. Texts and icons are moved, not turned.
void turn(Scene& scene);

// Debian packages with the fonts that this machine lacks for texts of the scene; those that Pango can draw are not lacking.
std::vector<std::string> missing_font_packages(const Scene& scene);

}  // namespace parcours
