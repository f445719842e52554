// The shipped typeface, built into the program: one TrueType file for each part of the alphabet and style.
#pragma once

#include <string_view>
#include <vector>

namespace parcours {

struct FontFile {
  std::string_view part;   // "latin" | "latin-ext" | "cyrillic" | "greek" | "vietnamese"
  std::string_view style;  // "400-normal" | "600-normal" | "700-normal" | "400-italic"
  std::string_view bytes;
};

const std::vector<FontFile>& font_files();  // made by cmake/Assets.cmake

}  // namespace parcours
