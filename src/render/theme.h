// Colours, sizes and spaces of every picture, in one place. Colour only where it means something.
#pragma once

#include <array>

#include "render/render.h"

namespace parcours {

// A stage's two colours: a light one to lie under text, a deep one for text and lines on it. Contrast of deep on tint and on paper
// is at least 4.5 : 1 (a test).
struct Tone {
  Colour tint, deep;
  bool bare = false;  // the tint is the paper's white: what is filled with it wears the deep colour as an edge

  Stroke edge(double width = 1) const { return bare ? Stroke{deep, width, {}, false} : Stroke{}; }
};

struct Palette {
  Colour paper, card, ink, ink_soft, ink_faint;  // faint: for marks, never for text
  Colour line, line_soft;                        // card edges and hairlines
  Colour shadow;
  std::array<Colour, 12> river;  // the band of the river, in each stage
  Tone loss;                     // customers lost: coral
  Colour loss_mark;              // the strong coral of rings, dots and leaks
  Tone quiet;                    // grey-beige: uncertain, contradicted, after the goal
  Colour quiet_mark;
  Tone good;
  Colour measured;  // the measured curve
  std::array<Tone, 12> stages;
  std::array<Tone, 6> people;  // a persona's or a team's own, far from each other whatever the brand
  Colour on_deep;              // text on a stage's deep colour
  Colour on_river;             // text on the river
  Colour title;                // of the picture
};

const Palette& palette(Theme theme);

// The palette in the brand's colours: the title and the first stage in its colour, the last of `stages` in its accent, those between on
// the way from one to the other. Moved in lightness until every text can be read (a test, over any colours). Only the themes light and
// dark take them.
Palette branded(const Palette& plain, Theme theme, const Brand& brand, std::size_t stages);

// Four sizes, three weights.
inline constexpr double kTitle = 30, kHeading = 18, kBody = 13.5, kSmall = 11.5;

inline TextStyle styled(double size, Weight weight, Colour colour) { return {size, weight, false, colour, 0}; }
inline TextStyle slanted(double size, Colour colour) { return {size, Weight::regular, true, colour, 0}; }

}  // namespace parcours
