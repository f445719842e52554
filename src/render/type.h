// Setting type: how wide a text is and where its lines break, in the shipped typeface. What is measured here is what every
// format draws: the same font bytes, no hinting, no rounding.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "render/scene.h"

namespace parcours {

inline constexpr double kAscent = 0.97, kDescent = 0.25;  // of a line's ink, in ems; accents on capitals included

struct Glyph {
  std::uint32_t id = 0;
  int face = -1;                       // of faces.h; -1: no font at hand has the character
  std::uint32_t cluster = 0;           // byte in the text
  double advance = 0, dx = 0, dy = 0;  // in ems
};

// A text as glyphs, from left to right. Shared: shaping is remembered.
using Shaped = std::shared_ptr<const std::vector<Glyph>>;
Shaped shape_text(std::string_view text, const TextStyle& style);

double text_width(std::string_view text, const TextStyle& style);

struct BrokenLine {
  std::string text;
  double width = 0;
};
struct BrokenText {
  std::vector<BrokenLine> lines;
  bool cut = false;  // an ellipsis stands for the rest
};

// Lines no wider than `width`, at most `lines_max` of them (0: as many as it takes). Breaks at spaces and behind hyphens and slashes,
// inside a word only when it is wider than a line. REQUIRES: width > 0
BrokenText break_text(std::string_view text, const TextStyle& style, double width, int lines_max = 0);

// An author's text made fit to be set: control characters and bad UTF-8 dropped, white space made one space, typographic apostrophes;
// in French the narrow space before ? ! ; : » and behind «.
std::string typeset(std::string_view text, Lang lang);

// A text node of one line. `align`: 0 begins at x, 0.5 centred on it, 1 ends there.
Node text_at(std::string_view text, double x, double baseline, const TextStyle& style, double align = 0);
// A text node of broken lines, its first line's top at `top`; the box is as tall as its lines. Cut texts carry the whole as title.
Node text_block(std::string_view text, double x, double top, double width, const TextStyle& style, int lines_max = 0, double align = 0);
double line_height(const TextStyle& style);

}  // namespace parcours
