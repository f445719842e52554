// Texts in fonts of the machine, for characters that the shipped ones lack: measured, broken into lines and painted by Pango.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/scene.h"

typedef struct _cairo cairo_t;

namespace parcours {

struct OtherGlyph {
  std::size_t byte = 0;  // of the character in the text
  double advance = 0;    // ems
};

// Each character of the text in its order, with the room it takes; a character that joins another one takes none. `style`: of faces.h.
std::vector<OtherGlyph> measure_in_other_font(std::string_view text, int style);

// The bytes before which the text may go on in a new line, by the rules of its script: between ideographs but not before closing marks,
// between Thai words. Sorted.
std::vector<std::size_t> line_breaks(std::string_view text);

bool can_be_drawn(char32_t character);  // a font of the machine has it

// In the source already set, squeezed into `width` when it would be wider.
void show_in_other_font(cairo_t* cairo, const std::string& text, double x, double baseline, double width, const TextStyle& style);

}  // namespace parcours
