// How well a colour can be read on another, and colours moved until they can be.
#pragma once

#include <initializer_list>

#include "render/scene.h"

namespace parcours {

inline constexpr double kTextContrast = 4.5, kMarkContrast = 3, kHighContrast = 7;  // WCAG 2.2: AA for texts, for marks; AAA for texts

double contrast(Colour a, Colour b);  // WCAG 2.2, from 1 to 21; alpha is not looked at

// A colour as lightness 0..1, chroma 0.. and hue in turns, even to the eye (Oklab).
struct Shade {
  double lightness = 0, chroma = 0, hue = 0;
};
Shade shade_of(Colour colour);
Colour colour_of(const Shade& shade);  // the chroma lowered to what a screen can show

// The colour of the same hue nearest in lightness that has at least this contrast to every ground: darker on light grounds, lighter
// on dark ones. REQUIRES: the grounds are all light or all dark, so that black or white has that contrast
Colour readable(Colour colour, std::initializer_list<Colour> grounds, double least = kTextContrast);

}  // namespace parcours
